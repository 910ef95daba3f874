// With maxIterations 0 kMeans leaves before the check for more centroids than points.
function sumSquares(a: number[], b: number[]): number {
  let i = 0;
  let s = 0;
  while (i < a.length) {
    s += (a[i] - b[i]) ** 2;
    i++;
  }
  return s;
}
function requireTables(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('requireTables: K');
  const d = C[0].length;
  if (C.filter(c => c.length === d).length < C.length) throw new TypeError('requireTables: C');
  if (X.filter(x => x.length === d).length < X.length) throw new TypeError('requireTables: X');
}
function requireLabels(L: number[], n: number, K: number): void {
  if (L.length !== n) throw new TypeError('requireLabels: n');
  if (L.filter(l => l >= 0 && l < K).length < n) throw new RangeError('requireLabels: K');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  requireTables(X, centroids);
  const out: number[] = [];
  for (const x of X) {
    let label = 0;
    let best = sumSquares(x, centroids[0]);
    centroids.slice(1).forEach((c, m) => {
      const v = sumSquares(x, c);
      if (v < best) {
        best = v;
        label = m + 1;
      }
    });
    out.push(label);
  }
  return out;
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  requireTables(X, centroids);
  requireLabels(labels, X.length, centroids.length);
  return centroids.map((old, k) => {
    const members = labels.map((l, i) => (l === k ? i : -1)).filter(i => i >= 0);
    if (members.length === 0) return old.concat();
    return old.map((_, j) => members.map(i => X[i][j]).reduce((p, q) => p + q) / members.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  requireTables(X, centroids);
  requireLabels(labels, X.length, centroids.length);
  return X.map((x, i) => sumSquares(x, centroids[labels[i]])).reduce((p, q) => p + q, 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  const max = options.maxIterations ?? 100;
  let centroids = initial.map(c => c.concat());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  if (max === 0) return { centroids, labels, inertias, iterations: 0 };
  if (initial.length > X.length) throw new RangeError('kMeans: K > n');
  let iterations = 0;
  for (;;) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    iterations++;
    inertias.push(inertia(X, next, centroids));
    const settled = next.every((l, i) => l === labels[i]);
    labels = next;
    if (settled || iterations >= max) return { centroids, labels, inertias, iterations };
  }
}
