// Only labels that are too large are refused; a negative one is skipped in silence.
export function assign(X: number[][], centroids: number[][]): number[] {
  verifyShape(X, centroids);
  return X.map(x => indexOfMin(centroids.map(c => sq(x, c))));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  verifyShape(X, centroids);
  verifyLabels(X, labels, centroids);
  return centroids.map((c, k) => average(X.filter((_, i) => labels[i] === k)) ?? c.slice());
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  verifyShape(X, centroids);
  verifyLabels(X, labels, centroids);
  let J = 0;
  centroids.forEach((c, k) => {
    X.forEach((x, i) => {
      if (labels[i] === k) J += sq(x, c);
    });
  });
  return J;
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  verifyShape(X, initial);
  if (initial.length > X.length) throw new RangeError('Fewer points than centroids');
  const maximum = options?.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  let previous: number[] | null = null;
  while (iterations < maximum && (previous === null || previous.some((l, i) => l !== labels[i]))) {
    previous = labels;
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
    iterations++;
  }
  return { centroids, labels, inertias, iterations };
}
function sq(a: number[], b: number[]): number {
  return a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
}
function indexOfMin(v: number[]): number {
  return v.reduce((b, x, k) => (x < v[b] ? k : b), 0);
}
function average(rows: number[][]): number[] | undefined {
  if (rows.length === 0) return undefined;
  return rows[0].map((_, j) => rows.reduce((s, r) => s + r[j], 0) / rows.length);
}
function verifyShape(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('No centroids');
  for (const r of C) if (r.length !== C[0].length) throw new TypeError('Centroid rows');
  for (const r of X) if (r.length !== C[0].length) throw new TypeError('Point rows');
}
function verifyLabels(X: number[][], L: number[], C: number[][]): void {
  if (L.length !== X.length) throw new TypeError('Label list');
  if (L.some(l => l >= C.length)) throw new RangeError('Label too large');
}
