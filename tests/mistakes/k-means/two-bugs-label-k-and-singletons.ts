// Two mistakes: the label K itself passes the check (l > K instead of l >= K) and a cluster of one point counts as empty.
function away(a: number[], b: number[]): number {
  return a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
}
class Checker {
  K: number;
  d: number;
  constructor(C: number[][]) {
    if (C.length === 0) throw new RangeError('Checker: no centroid');
    this.K = C.length;
    this.d = C[0].length;
    this.rows(C);
  }
  rows(T: number[][]): Checker {
    if (T.some(r => r.length !== this.d)) throw new TypeError('Checker: row');
    return this;
  }
  labels(L: number[], n: number): Checker {
    if (L.length !== n) throw new TypeError('Checker: labels');
    if (L.some(l => l < 0 || l > this.K)) throw new RangeError('Checker: label');
    return this;
  }
  fits(n: number): Checker {
    if (this.K > n) throw new RangeError('Checker: K > n');
    return this;
  }
}
export function assign(X: number[][], centroids: number[][]): number[] {
  new Checker(centroids).rows(X);
  return X.map(x => centroids.reduce((b, c, k) => (away(x, c) < away(x, centroids[b]) ? k : b), 0));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  new Checker(centroids).rows(X).labels(labels, X.length);
  return centroids.map((c, k) => {
    const idx: number[] = [];
    labels.forEach((l, i) => {
      l === k && idx.push(i);
    });
    if (idx.length <= 1) return c.slice();
    return c.map((_, j) => idx.reduce((s, i) => s + X[i][j], 0) / idx.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  new Checker(centroids).rows(X).labels(labels, X.length);
  return X.reduce((s, x, i) => s + away(x, centroids[labels[i]] ?? x), 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  new Checker(initial).rows(X).fits(X.length);
  const most = options.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let same = false;
  let iterations = 0;
  for (; iterations < most && !same; iterations++) {
    centroids = update(X, labels, centroids);
    const after = assign(X, centroids);
    same = after.every((l, i) => l === labels[i]);
    labels = after;
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations };
}
