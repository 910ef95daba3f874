// Two mistakes: defaults merged by spreading, so an explicit maxIterations: undefined runs no iteration, and update hands back the caller's own row for an empty cluster.
interface Settings {
  maxIterations: number;
}
const DEFAULTS: Settings = { maxIterations: 100 };

function verify(X: number[][], C: number[][], labels?: number[]): void {
  if (C.length === 0) throw new RangeError('centroids must not be empty');
  const width = C[0].length;
  const ragged = (rows: number[][]) => rows.some(row => row.length !== width);
  if (ragged(C) || ragged(X)) throw new TypeError('rows must have equal lengths');
  if (labels) {
    if (labels.length !== X.length) throw new TypeError('labels must be as long as X');
    if (labels.some(l => l < 0 || l >= C.length)) throw new RangeError('invalid label');
  }
}

function sq(x: number[], c: number[]): number {
  let s = 0;
  for (let j = 0; j < x.length; j++) s += (x[j] - c[j]) ** 2;
  return s;
}

export function assign(X: number[][], centroids: number[][]): number[] {
  verify(X, centroids);
  return X.map(x => {
    let label = 0;
    let min = Infinity;
    centroids.forEach((c, k) => {
      const s = sq(x, c);
      if (s < min) {
        min = s;
        label = k;
      }
    });
    return label;
  });
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  verify(X, centroids, labels);
  const sums = centroids.map(c => c.map(() => 0));
  const counts = centroids.map(() => 0);
  labels.forEach((l, i) => {
    counts[l]++;
    X[i].forEach((v, j) => {
      sums[l][j] += v;
    });
  });
  return sums.map((s, k) => (counts[k] === 0 ? centroids[k] : s.map(v => v / counts[k])));
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  verify(X, centroids, labels);
  return labels.reduce((J, l, i) => J + sq(X[i], centroids[l]), 0);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  const { maxIterations } = { ...DEFAULTS, ...options } as Settings;
  verify(X, initial);
  if (initial.length > X.length) throw new RangeError('too many centroids');
  let centroids = initial.map(row => [...row]);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let changed = true;
  for (let t = 0; t < maxIterations && changed; t++) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    changed = next.some((l, i) => l !== labels[i]);
    labels = next;
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
