// Rejection sampling (a row at random, kept with chance weight / largest weight), and after 40 refusals one exact draw instead.
const TRIES = 40;

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length < 1) throw new RangeError('nearestSquared needs a centroid');
  const dims = centroids[0].length;
  if ([X, centroids].some(t => t.some(r => r.length !== dims)))
    throw new TypeError('row lengths differ');
  const dist = (i: number, k: number) => {
    // coordinate by coordinate, smallest squares first
    const parts = centroids[k].map((v, j) => (v - X[i][j]) ** 2).sort((a, b) => a - b);
    let s = 0;
    for (const p of parts) s += p;
    return s;
  };
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) {
    let m = dist(i, 0);
    for (let k = 1; k < centroids.length; k++) m = Math.min(m, dist(i, k));
    out[i] = m;
  }
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length < 1) throw new RangeError('pickWeighted needs a weight');
  if (!(u >= 0) || u >= 1) throw new RangeError('pickWeighted needs 0 <= u < 1');
  let largest = 0;
  for (const w of weights) {
    if (w < 0) throw new RangeError('pickWeighted needs weights of 0 or more');
    largest = Math.max(largest, w);
  }
  if (largest === 0) return Math.floor(u * weights.length);
  const unit = largest > Number.MAX_VALUE / (2 * weights.length) ? 1 / (4 * weights.length) : 1;
  const running = (function* () {
    let c = 0;
    for (const w of weights) {
      c += w * unit;
      yield c;
    }
  })();
  const cumulative = [...running];
  const bar = u * cumulative[cumulative.length - 1];
  for (let i = 0; i < cumulative.length; i++) if (cumulative[i] > bar && weights[i] > 0) return i;
  for (let i = weights.length - 1; ; i--) if (weights[i] > 0) return i;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  const n = X.length;
  if (K < 1 || K > n) throw new RangeError('kMeansPlusPlus needs 1 <= K <= n');
  if (X.filter(r => r.length === X[0].length).length !== n)
    throw new TypeError('row lengths differ');
  const anyRow = () => Math.floor(random() * n);
  const draw = (w: number[]): number => {
    const top = w.reduce((a, b) => (a > b ? a : b));
    for (let t = 0; t < TRIES && top > 0; t++) {
      const i = anyRow();
      if (random() * top < w[i]) return i;
    }
    return pickWeighted(w, random());
  };
  const C: number[][] = [];
  C[0] = Object.values(X[anyRow()]);
  for (let k = 1; k < K; k++) {
    let w = nearestSquared(X, C);
    if (!w.some(Boolean)) w = X.map(x => +C.every(c => x.some((v, j) => v !== c[j])));
    C[k] = Object.values(X[draw(w)]);
  }
  return C;
}
