// Draws by distance, not by its square.
const dist = (a: number[], b: number[]) => Math.hypot(...a.map((v, j) => v - b[j]));

const checkK = (n: number, K: number) => {
  if (K < 1 || K > n) throw new RangeError('K out of range');
};
const checkWidth = (rows: number[][]) => {
  if (rows.some(r => r.length !== rows[0].length)) throw new TypeError('ragged');
};

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids');
  checkWidth([...centroids, ...X]);
  return X.map(x => Math.min(...centroids.map(c => dist(x, c))) ** 2);
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let c = 0;
  let last = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] > 0) last = i;
    c += weights[i];
    if (c > u * total) return i;
  }
  return last;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  checkK(X.length, K);
  checkWidth(X);
  const out = [X[Math.floor(random() * X.length)].slice()];
  while (out.length < K) {
    const w = X.map(x => Math.min(...out.map(c => dist(x, c))));
    out.push(X[pickWeighted(w, random())].slice());
  }
  return out;
}
