// In kMeans a cluster that loses its points goes back to its row of `initial`, not to where it stands now.
const squaredGap = (u: number[], v: number[]): number => {
  let g = 0;
  for (let j = u.length - 1; j >= 0; j--) g += (u[j] - v[j]) * (u[j] - v[j]);
  return g;
};
const assertRows = (X: number[][], C: number[][]): void => {
  if (C.length === 0) throw new RangeError('assertRows: K = 0');
  if ([C, X].some(T => T.some(r => r.length !== C[0].length)))
    throw new TypeError('assertRows: lengths');
};
const assertLabels = (X: number[][], L: number[], C: number[][]): void => {
  if (L.length !== X.length) throw new TypeError('assertLabels: length');
  if (L.length > 0 && (Math.min(...L) < 0 || Math.max(...L) >= C.length))
    throw new RangeError('assertLabels: value');
};
export const assign = (X: number[][], centroids: number[][]): number[] => {
  assertRows(X, centroids);
  return X.map(x => {
    let k = 0;
    let g = squaredGap(x, centroids[0]);
    for (let m = 1; m < centroids.length; m++) {
      const h = squaredGap(x, centroids[m]);
      if (h < g) [k, g] = [m, h];
    }
    return k;
  });
};
export const update = (X: number[][], labels: number[], centroids: number[][]): number[][] => {
  assertRows(X, centroids);
  assertLabels(X, labels, centroids);
  const bins: number[][][] = centroids.map(() => []);
  labels.forEach((l, i) => {
    bins[l].push(X[i]);
  });
  return bins.map((bin, k) =>
    centroids[k].map((v, j) => (bin.length ? bin.reduce((s, x) => s + x[j], 0) / bin.length : v)),
  );
};
export const inertia = (X: number[][], labels: number[], centroids: number[][]): number => {
  assertRows(X, centroids);
  assertLabels(X, labels, centroids);
  return X.reduce((J, x, i) => J + squaredGap(x, centroids[labels[i]]), 0);
};
export const kMeans = (
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) => {
  assertRows(X, initial);
  if (initial.length > X.length) throw new RangeError('kMeans: K > n');
  const { maxIterations: T = 100 } = options;
  const start = initial.map(c => c.slice());
  let centroids = start;
  let labels = assign(X, start);
  const inertias = [inertia(X, labels, start)];
  let t = 0;
  for (let changed = true; changed && t < T; t++) {
    centroids = update(X, labels, start);
    const now = assign(X, centroids);
    changed = now.some((l, i) => l !== labels[i]);
    labels = now;
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations: t };
};
