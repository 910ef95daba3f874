// Where maxIterations cuts the run, the labels and the last inertia still belong to the centroids before the last update.
interface Opt {
  maxIterations?: number;
}
function* pairs(a: number[], b: number[]): Generator<[number, number]> {
  for (let j = 0; j < a.length; j++) yield [a[j], b[j]];
}
function gap(a: number[], b: number[]): number {
  let g = 0;
  for (const [p, q] of pairs(a, b)) g += (p - q) ** 2;
  return g;
}
function sane(X: number[][], C: number[][], L?: number[]): void {
  if (C.length === 0) throw new RangeError('zero centroids');
  if (X.concat(C).some(r => r.length !== C[0].length)) throw new TypeError('different lengths');
  if (L !== undefined) {
    if (L.length !== X.length) throw new TypeError('different numbers of labels and points');
    if (L.some(l => l < 0 || l >= C.length)) throw new RangeError('label not in 0..K-1');
  }
}
export function assign(X: number[][], centroids: number[][]): number[] {
  sane(X, centroids);
  return X.map(x => {
    const g = centroids.map(c => gap(x, c));
    return g.reduce((best, v, k) => (v < g[best] ? k : best), 0);
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  sane(X, centroids, labels);
  const next = centroids.map(c => Array.from(c));
  centroids.forEach((_, k) => {
    const idx = [...labels.keys()].filter(i => labels[i] === k);
    if (idx.length > 0)
      for (let j = 0; j < next[k].length; j++)
        next[k][j] = idx.reduce((s, i) => s + X[i][j], 0) / idx.length;
  });
  return next;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  sane(X, centroids, labels);
  let J = 0;
  for (const i of X.keys()) J += gap(X[i], centroids[labels[i]]);
  return J;
}
export function kMeans(X: number[][], initial: number[][], { maxIterations = 100 }: Opt = {}) {
  sane(X, initial);
  if (initial.length > X.length) throw new RangeError('K above n');
  let centroids = initial.map(c => Array.from(c));
  let labels = assign(X, centroids);
  const inertias: number[] = [];
  let iterations = 0;
  let settled = false;
  inertias.push(inertia(X, labels, centroids));
  while (!settled && iterations < maxIterations) {
    centroids = update(X, labels, centroids);
    iterations++;
    if (iterations < maxIterations) {
      const now = assign(X, centroids);
      settled = now.every((l, i) => l === labels[i]);
      labels = now;
    }
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations };
}
