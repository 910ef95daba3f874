// Compares with <=, so a tie goes to the highest label instead of the lowest.
const d2 = (a: number[], b: number[]) => a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);

function ensure(X: number[][], C: number[][], labels?: number[]) {
  if (C.length === 0) throw new RangeError('empty centroids');
  for (const r of [...X, ...C]) if (r.length !== C[0].length) throw new TypeError('row length');
  if (labels && labels.length !== X.length) throw new TypeError('labels length');
  if (labels?.some(l => l < 0 || l >= C.length)) throw new RangeError('label');
}

export function assign(X: number[][], centroids: number[][]): number[] {
  ensure(X, centroids);
  return X.map(x => {
    let best = 0;
    centroids.forEach((c, k) => {
      if (d2(x, c) <= d2(x, centroids[best])) best = k;
    });
    return best;
  });
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  ensure(X, centroids, labels);
  return centroids.map((c, k) => {
    const mine = X.filter((_, i) => labels[i] === k);
    return c.map((v, j) =>
      mine.length === 0 ? v : mine.reduce((s, x) => s + x[j], 0) / mine.length,
    );
  });
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  ensure(X, centroids, labels);
  return X.reduce((s, x, i) => s + d2(x, centroids[labels[i]]), 0);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = 100 }: { maxIterations?: number } = {},
) {
  ensure(X, initial);
  if (initial.length > X.length) throw new RangeError('K > n');
  let centroids = initial.map(c => [...c]);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  for (let t = 0; t < maxIterations; t++) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    inertias.push(inertia(X, next, centroids));
    const same = next.every((l, i) => l === labels[i]);
    labels = next;
    if (same) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
