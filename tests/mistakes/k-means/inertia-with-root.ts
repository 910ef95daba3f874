// Sums the distances themselves (with the root) instead of their squares.
const distance = (a: number[], b: number[]): number => Math.hypot(...a.map((v, j) => v - b[j]));

const same = (rows: number[][]): boolean => new Set(rows.map(r => r.length)).size <= 1;

function inspect(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('at least one centroid, please');
  if (!same([...X, ...C])) throw new TypeError('rows of one length, please');
}
function inspectLabels(X: number[][], labels: number[], C: number[][]): void {
  inspect(X, C);
  if (X.length !== labels.length) throw new TypeError('as many labels as points, please');
  if (labels.some(l => !(l in C))) throw new RangeError('labels from 0 to K-1, please');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  inspect(X, centroids);
  const sq = (a: number[], b: number[]) => a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
  return X.map(x => {
    const ds = centroids.map(c => sq(x, c));
    return ds.indexOf(ds.reduce((a, b) => (b < a ? b : a)));
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  inspectLabels(X, labels, centroids);
  const out = centroids.map(c => c.slice());
  for (const k of new Set(labels)) {
    const idx = labels.flatMap((l, i) => (l === k ? [i] : []));
    out[k] = out[k].map((_, j) => idx.reduce((s, i) => s + X[i][j], 0) / idx.length);
  }
  return out;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  inspectLabels(X, labels, centroids);
  return labels.reduce((J, l, i) => J + distance(X[i], centroids[l]), 0);
}
export function kMeans(X: number[][], initial: number[][], opts?: { maxIterations?: number }) {
  inspect(X, initial);
  if (initial.length > X.length) throw new RangeError('no more centroids than points, please');
  const { maxIterations = 100 } = opts ?? {};
  const loop = (
    C: number[][],
    L: number[],
    J: number[],
    t: number,
  ): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } => {
    if (t >= maxIterations) return { centroids: C, labels: L, inertias: J, iterations: t };
    const C2 = update(X, L, C);
    const L2 = assign(X, C2);
    const J2 = [...J, inertia(X, L2, C2)];
    if (L2.every((l, i) => l === L[i]))
      return { centroids: C2, labels: L2, inertias: J2, iterations: t + 1 };
    return loop(C2, L2, J2, t + 1);
  };
  const C = initial.map(c => c.slice());
  const L = assign(X, C);
  return loop(C, L, [inertia(X, L, C)], 0);
}
