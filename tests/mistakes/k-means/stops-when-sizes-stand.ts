// Stops when the cluster sizes are as before, though points may have swapped clusters.
function sizes(labels: number[], K: number): number[] {
  const n = new Array<number>(K).fill(0);
  for (const l of labels) n[l]++;
  return n;
}
function fence(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('fence: empty');
  for (let k = 1; k < C.length; k++)
    if (C[k].length !== C[k - 1].length) throw new TypeError('fence: C');
  for (const x of X) if (x.length !== C[0].length) throw new TypeError('fence: X');
}
function fenceLabels(X: number[][], L: number[], C: number[][]): void {
  fence(X, C);
  if (L.length !== X.length) throw new TypeError('fence: L');
  for (const l of L) if (!(l >= 0) || !(l < C.length)) throw new RangeError('fence: l');
}
function square(a: number[], b: number[]): number {
  let t = 0;
  for (let j = 0; j < a.length; ++j) t += Math.abs(a[j] - b[j]) ** 2;
  return t;
}
export function assign(X: number[][], centroids: number[][]): number[] {
  fence(X, centroids);
  const labels = X.map(() => 0);
  const best = X.map(x => square(x, centroids[0]));
  // one centroid at a time over all points
  for (let k = 1; k < centroids.length; k++) {
    X.forEach((x, i) => {
      const v = square(x, centroids[k]);
      if (v < best[i]) {
        best[i] = v;
        labels[i] = k;
      }
    });
  }
  return labels;
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  fenceLabels(X, labels, centroids);
  const n = sizes(labels, centroids.length);
  const C = centroids.map((c, k) => (n[k] > 0 ? c.map(() => 0) : c.slice()));
  X.forEach((x, i) => {
    x.forEach((v, j) => {
      C[labels[i]][j] += v;
    });
  });
  return C.map((c, k) => (n[k] > 0 ? c.map(v => v / n[k]) : c));
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  fenceLabels(X, labels, centroids);
  let J = 0;
  X.forEach((x, i) => {
    J += square(x, centroids[labels[i]]);
  });
  return J;
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  fence(X, initial);
  if (initial.length > X.length) throw new RangeError('fence: K > n');
  const K = initial.length;
  const limit = options?.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  while (inertias.length - 1 < limit) {
    const before = sizes(labels, K);
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    const after = sizes(labels, K);
    if (after.every((m, k) => m === before[k])) break;
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
