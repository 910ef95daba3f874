// MacQueen's variant, where kMeans moves a centroid as soon as a point joins it instead of after the whole assignment.
function near(x: number[], C: number[][]): number {
  let k = 0;
  let low = Infinity;
  C.forEach((c, m) => {
    const q = c.reduce((s, v, j) => s + (x[j] - v) ** 2, 0);
    if (q < low) {
      low = q;
      k = m;
    }
  });
  return k;
}
function vet(X: number[][], C: number[][], L?: number[]): void {
  if (C.length === 0) throw new RangeError('vet: centroids');
  if (![...C, ...X].every(r => r.length === C[0].length)) throw new TypeError('vet: lengths');
  if (L && L.length !== X.length) throw new TypeError('vet: labels');
  if (L?.some(l => l < 0 || l >= C.length)) throw new RangeError('vet: label value');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  vet(X, centroids);
  return X.map(x => near(x, centroids));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  vet(X, centroids, labels);
  const M = centroids.map(c => c.slice());
  const N = centroids.map(() => 0);
  X.forEach((x, i) => {
    const k = labels[i];
    N[k]++;
    M[k] = M[k].map((v, j) => (N[k] === 1 ? x[j] : v + (x[j] - v) / N[k]));
  });
  return M;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  vet(X, centroids, labels);
  let J = 0;
  X.forEach((x, i) => {
    x.forEach((v, j) => {
      J += (v - centroids[labels[i]][j]) ** 2;
    });
  });
  return J;
}
export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = 100 }: { maxIterations?: number } = {},
) {
  vet(X, initial);
  if (initial.length > X.length) throw new RangeError('vet: too many centroids');
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < maxIterations) {
    const working = labels.slice();
    for (let i = 0; i < X.length; i++) {
      working[i] = near(X[i], centroids);
      centroids = update(X, working, centroids);
    }
    const next = assign(X, centroids);
    const same = next.every((l, i) => l === labels[i]);
    labels = next;
    inertias.push(inertia(X, labels, centroids));
    iterations++;
    if (same) break;
  }
  return { centroids, labels, inertias, iterations };
}
