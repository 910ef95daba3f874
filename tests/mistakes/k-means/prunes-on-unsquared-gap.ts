// Skips a centroid when one coordinate differs by more than the best SQUARED distance so far.
function partial(x: number[], c: number[], bound: number): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) {
    const gap = Math.abs(x[j] - c[j]);
    if (gap > bound) return Infinity;
    sum += gap * gap;
  }
  return sum;
}
function full(x: number[], c: number[]): number {
  return partial(x, c, Infinity);
}
function tables(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('tables: there must be centroids');
  const d = C[0].length;
  const uneven = (T: number[][]) => T.findIndex(r => r.length !== d) >= 0;
  if (uneven(C)) throw new TypeError('tables: uneven centroids');
  if (uneven(X)) throw new TypeError('tables: uneven points');
}
function marks(L: number[], n: number, K: number): void {
  if (L.length !== n) throw new TypeError('marks: count');
  if (L.findIndex(l => l < 0 || l >= K) >= 0) throw new RangeError('marks: value');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  tables(X, centroids);
  return X.map(x => {
    let bound = full(x, centroids[0]);
    let at = 0;
    for (let k = 1; k < centroids.length; k++) {
      const v = partial(x, centroids[k], bound);
      if (v < bound) {
        bound = v;
        at = k;
      }
    }
    return at;
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  tables(X, centroids);
  marks(labels, X.length, centroids.length);
  const order = [...X.keys()].sort((a, b) => labels[a] - labels[b]);
  const out = centroids.map(c => c.slice());
  for (let s = 0; s < order.length; ) {
    const k = labels[order[s]];
    let e = s;
    const acc = out[k].map(() => 0);
    while (e < order.length && labels[order[e]] === k) {
      for (let j = 0; j < acc.length; j++) acc[j] += X[order[e]][j];
      e++;
    }
    out[k] = acc.map(v => v / (e - s));
    s = e;
  }
  return out;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  tables(X, centroids);
  marks(labels, X.length, centroids.length);
  return X.reduce((J, x, i) => J + full(x, centroids[labels[i]]), 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = 100 }: { maxIterations?: number } = {},
) {
  tables(X, initial);
  if (initial.length > X.length) throw new RangeError('kMeans: more centroids than points');
  let C = initial.map(c => c.slice());
  let L = assign(X, C);
  const J = [inertia(X, L, C)];
  let t = 0;
  for (let quiet = false; t < maxIterations && !quiet; t++) {
    C = update(X, L, C);
    const M = assign(X, C);
    quiet = M.every((l, i) => l === L[i]);
    L = M;
    J.push(inertia(X, L, C));
  }
  return { centroids: C, labels: L, inertias: J, iterations: t };
}
