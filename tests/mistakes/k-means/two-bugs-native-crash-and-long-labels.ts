// Two mistakes: with no centroids it only fails by reading row 0 of nothing, and a list of labels longer than X is accepted.
const gapOf = (p: number[], q: number[]): number => {
  let g = 0;
  for (let j = 0; j < p.length; j++) {
    const h = p[j] - q[j];
    g += h * h;
  }
  return g;
};
function dims(X: number[][], C: number[][]): number {
  const d = C[0].length;
  for (let r = 0; r < X.length + C.length; r++) {
    const row = r < X.length ? X[r] : C[r - X.length];
    if (row.length !== d) throw new TypeError(`row ${r} has a length of its own`);
  }
  return d;
}
function covered(X: number[][], L: number[], C: number[][]): void {
  for (let i = 0; i < X.length; i++) {
    if (L[i] === undefined) throw new TypeError(`point ${i} has no label`);
    if (L[i] < 0 || L[i] >= C.length) throw new RangeError(`point ${i} has an unknown label`);
  }
}
export function assign(X: number[][], centroids: number[][]): number[] {
  dims(X, centroids);
  const labels: number[] = [];
  for (const x of X) {
    let k = 0;
    let g = gapOf(x, centroids[k]);
    for (let m = 1; m < centroids.length; m++) {
      const h = gapOf(x, centroids[m]);
      if (h >= g) continue;
      g = h;
      k = m;
    }
    labels.push(k);
  }
  return labels;
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  const d = dims(X, centroids);
  covered(X, labels, centroids);
  return centroids.map((c, k) => {
    const s = new Float64Array(d + 1);
    X.forEach((x, i) => {
      if (labels[i] !== k) return;
      for (let j = 0; j < d; j++) s[j] += x[j];
      s[d]++;
    });
    return c.map((old, j) => (s[d] > 0 ? s[j] / s[d] : old));
  });
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  dims(X, centroids);
  covered(X, labels, centroids);
  return X.reduce((J, x, i) => J + gapOf(x, centroids[labels[i]]), 0);
}
export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  dims(X, initial);
  if (initial.length > X.length) throw new RangeError('not enough points to go round');
  const limit = options?.maxIterations ?? 100;
  let C = initial.map(c => c.slice());
  let L = assign(X, C);
  const J: number[] = [inertia(X, L, C)];
  let turn = 0;
  while (turn < limit) {
    turn += 1;
    C = update(X, L, C);
    const L2 = assign(X, C);
    J.push(inertia(X, L2, C));
    let diff = 0;
    for (let i = 0; i < L.length; i++) diff += L[i] === L2[i] ? 0 : 1;
    L = L2;
    if (diff === 0) break;
  }
  return { centroids: C, labels: L, inertias: J, iterations: turn };
}
