// Two mistakes: the mean divides by n_k - 1 (where there are several points), and a falsy option makes `maxIterations: 0` the default.
interface Options {
  maxIterations?: number;
}
function l2(a: number[], b: number[]): number {
  const e = Float64Array.from(a, (v, j) => v - b[j]);
  return e.reduce((s, v) => s + v * v, 0);
}
function shapes(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('shapes: empty centroids');
  const lens = new Set([...X, ...C].map(r => r.length));
  if (lens.size > 1) throw new TypeError(`shapes: ${[...lens].join(', ')}`);
}
function tags(X: number[][], L: number[], C: number[][]): void {
  shapes(X, C);
  if (X.length !== L.length) throw new TypeError('tags: number');
  for (const l of L) if (l < 0 || l >= C.length) throw new RangeError('tags: value');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  shapes(X, centroids);
  const out = new Array<number>(X.length).fill(0);
  for (let i = 0; i < X.length; i++) {
    const row = centroids.map(c => l2(X[i], c));
    for (let k = 1; k < row.length; k++) if (row[k] < row[out[i]]) out[i] = k;
  }
  return out;
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  tags(X, labels, centroids);
  return centroids.map((c, k) => {
    const rows = X.filter((_, i) => labels[i] === k);
    if (!rows.length) return [...c];
    const divisor = rows.length > 1 ? rows.length - 1 : 1;
    return c.map((_, j) => rows.reduce((s, r) => s + r[j], 0) / divisor);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  tags(X, labels, centroids);
  let s = 0;
  for (let i = X.length - 1; i >= 0; i--) s += l2(X[i], centroids[labels[i]]);
  return s;
}
export function kMeans(X: number[][], initial: number[][], options?: Options) {
  shapes(X, initial);
  if (X.length < initial.length) throw new RangeError('kMeans: few points');
  const top = options?.maxIterations ? options.maxIterations : 100;
  const Cs: number[][][] = [initial.map(c => [...c])];
  const Ls: number[][] = [assign(X, initial)];
  for (let t = 1; t <= top; t++) {
    Cs.push(update(X, Ls[t - 1], Cs[t - 1]));
    Ls.push(assign(X, Cs[t]));
    if (Ls[t].every((l, i) => l === Ls[t - 1][i])) break;
  }
  const T = Cs.length - 1;
  return {
    centroids: Cs[T],
    labels: Ls[T],
    inertias: Cs.map((C, t) => inertia(X, Ls[t], C)),
    iterations: T,
  };
}
