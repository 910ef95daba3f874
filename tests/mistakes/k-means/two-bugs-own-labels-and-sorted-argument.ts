// Two mistakes: update recomputes the nearest labels instead of using those given, and inertia sorts the list `labels` of its caller.
function d2(a: number[], b: number[]): number {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += (a[j] - b[j]) * (a[j] - b[j]);
  return s;
}
const closest = (x: number[], C: number[][]): number => {
  let k = 0;
  for (let m = 1; m < C.length; m++) if (d2(x, C[m]) < d2(x, C[k])) k = m;
  return k;
};
const tableError = (X: number[][], C: number[][]): Error | null => {
  if (C.length === 0) return new RangeError('the table of centroids is empty');
  if (C.some(c => c.length !== C[0].length))
    return new TypeError('the table of centroids is ragged');
  if (X.some(x => x.length !== C[0].length))
    return new TypeError('the table of points does not fit');
  return null;
};
const labelError = (X: number[][], L: number[], C: number[][]): Error | null => {
  if (L.length !== X.length) return new TypeError('the labels do not fit');
  return L.some(l => l < 0 || l >= C.length) ? new RangeError('a label is unknown') : null;
};
const raise = (e: Error | null): void => {
  if (e !== null) throw e;
};
export function assign(X: number[][], centroids: number[][]): number[] {
  raise(tableError(X, centroids));
  return X.map(x => closest(x, centroids));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  raise(tableError(X, centroids));
  raise(labelError(X, labels, centroids));
  const own = X.map(x => closest(x, centroids));
  return centroids.map((c, k) => {
    const g = X.filter((_, i) => own[i] === k);
    return g.length === 0 ? c.slice() : c.map((_, j) => g.reduce((s, x) => s + x[j], 0) / g.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  raise(tableError(X, centroids));
  raise(labelError(X, labels, centroids));
  const terms = X.map((x, i) => d2(x, centroids[labels[i]]));
  const total = terms.sort((a, b) => a - b).reduce((a, b) => a + b, 0);
  labels.sort((a, b) => a - b);
  return total;
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  raise(tableError(X, initial));
  if (initial.length > X.length) throw new RangeError('the points are too few');
  const limit = options.maxIterations ?? 100;
  let C = initial.map(c => c.slice());
  let L = assign(X, C);
  const J = [inertia(X, L.slice(), C)];
  let n = 0;
  let going = limit > 0;
  while (going) {
    n++;
    C = update(X, L, C);
    const M = assign(X, C);
    J.push(inertia(X, M.slice(), C));
    going = n < limit && M.some((l, i) => l !== L[i]);
    L = M;
  }
  return { centroids: C, labels: L, inertias: J, iterations: n };
}
