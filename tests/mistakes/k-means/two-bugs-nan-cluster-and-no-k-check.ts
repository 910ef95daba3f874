// Two mistakes: an empty cluster is divided by zero into NaN, and kMeans accepts more centroids than points.
const add = (a: number[], b: number[]): number[] => a.map((v, j) => v + b[j]);
const gap = (a: number[], b: number[]): number =>
  Math.sqrt(a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0)) ** 2;
const raw = (a: number[], b: number[]): number => {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += (a[j] - b[j]) ** 2;
  return s;
};
function verify(X: number[][], C: number[][]): number {
  if (C.length === 0) throw new RangeError('verify: C');
  const [c0] = C;
  if ([...C, ...X].some(r => r.length !== c0.length)) throw new TypeError('verify: d');
  return c0.length;
}
function verifyLabels(L: number[], X: number[][], C: number[][]): void {
  if (L.length - X.length) throw new TypeError('verify: L');
  if (L.some(l => l < 0 || C.length <= l)) throw new RangeError('verify: l');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  verify(X, centroids);
  return X.map(x => {
    let arg = 0;
    let min = Infinity;
    for (let k = 0; k < centroids.length; k++) {
      const v = raw(x, centroids[k]);
      if (v < min) {
        min = v;
        arg = k;
      }
    }
    return arg;
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  const d = verify(X, centroids);
  verifyLabels(labels, X, centroids);
  return centroids.map((_, k) => {
    const rows = X.filter((__, i) => labels[i] === k);
    return rows.reduce(add, new Array<number>(d).fill(0)).map(v => v / rows.length);
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  verify(X, centroids);
  verifyLabels(labels, X, centroids);
  return X.reduce((J, x, i) => J + gap(x, centroids[labels[i]]), 0);
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  verify(X, initial);
  const times = options?.maxIterations ?? 100;
  const out = {
    centroids: initial.map(c => c.slice()),
    labels: assign(X, initial),
    inertias: [0],
    iterations: 0,
  };
  out.inertias[0] = inertia(X, out.labels, out.centroids);
  while (out.iterations < times) {
    const last = out.labels;
    out.centroids = update(X, last, out.centroids);
    out.labels = assign(X, out.centroids);
    out.iterations++;
    out.inertias.push(inertia(X, out.labels, out.centroids));
    if (last.every((l, i) => l === out.labels[i])) break;
  }
  return out;
}
