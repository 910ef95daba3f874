// The search begins at 1e9, and a point that is farther from all centroids gets label 0.
type State = { C: number[][]; L: number[]; J: number; done: boolean };

const verify = {
  tables(X: number[][], C: number[][]) {
    if (C.length === 0) throw new RangeError('centroids: at least one is needed');
    const [{ length }] = C;
    for (const row of C.concat(X)) {
      if (row.length !== length) throw new TypeError('rows: lengths differ');
    }
  },
  labels(L: number[], n: number, K: number) {
    if (L.length !== n) throw new TypeError('labels: length differs from the points');
    L.forEach(l => {
      if (l < 0 || K <= l) throw new RangeError(`labels: ${l} is not in 0..${K - 1}`);
    });
  },
};

function nearestOf(x: number[], C: number[][]): { label: number; d2: number } {
  let answer = { label: 0, d2: 1e9 };
  for (let label = 0; label < C.length; label++) {
    const c = C[label];
    const d2 = x.reduce((s, v, j) => s + (v - c[j]) * (v - c[j]), 0);
    if (d2 < answer.d2) answer = { label, d2 };
  }
  return answer;
}

export function assign(X: number[][], centroids: number[][]): number[] {
  verify.tables(X, centroids);
  return X.map(x => nearestOf(x, centroids).label);
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  verify.tables(X, centroids);
  verify.labels(labels, X.length, centroids.length);
  const seen: number[] = centroids.map(() => 0);
  const mean = centroids.map(c => c.slice());
  for (let i = 0; i < X.length; i++) {
    const k = labels[i];
    const m = ++seen[k];
    const row = mean[k];
    for (let j = 0; j < row.length; j++) {
      // the first point replaces the old centroid, every later one pulls the mean by 1/m
      row[j] = m === 1 ? X[i][j] : row[j] + (X[i][j] - row[j]) / m;
    }
  }
  return mean;
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  verify.tables(X, centroids);
  verify.labels(labels, X.length, centroids.length);
  let J = 0;
  for (let i = 0; i < X.length; i++) {
    const c = centroids[labels[i]];
    for (let j = 0; j < c.length; j++) J += (X[i][j] - c[j]) ** 2;
  }
  return J;
}

function* lloyd(X: number[][], start: number[][]): Generator<State, void, undefined> {
  let C = start.map(c => c.slice());
  let L = assign(X, C);
  yield { C, L, J: inertia(X, L, C), done: false };
  for (let done = false; !done; ) {
    C = update(X, L, C);
    const before = L.join();
    L = assign(X, C);
    done = L.join() === before;
    yield { C, L, J: inertia(X, L, C), done };
  }
}

export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations }: { maxIterations?: number } = {},
) {
  verify.tables(X, initial);
  if (X.length < initial.length) throw new RangeError('points: fewer than centroids');
  const limit = maxIterations ?? 100;
  const inertias: number[] = [];
  let centroids: number[][] = [];
  let labels: number[] = [];
  for (const s of lloyd(X, initial)) {
    inertias.push(s.J);
    centroids = s.C;
    labels = s.L;
    if (s.done || inertias.length > limit) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
