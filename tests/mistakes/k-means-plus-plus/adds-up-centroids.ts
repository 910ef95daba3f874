// Two things: adds the distances to all centroids instead of taking the least, and accepts K = 0.
const d2 = (p: number[], q: number[]) => p.reduce((s, v, j) => s + (v - q[j]) ** 2, 0);

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  if ([...X, ...centroids].some(p => p.length !== X[0].length)) throw new TypeError('lengths');
  return X.map(x => {
    const each = centroids.map(c => d2(x, c));
    return Math.min(...each);
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let c = 0;
  for (let i = 0; i < weights.length; i++) {
    c += weights[i];
    if (c > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K > X.length) throw new RangeError('K');
  if (X.some(p => p.length !== X[0].length)) throw new TypeError('lengths');
  const out: number[][] = [];
  for (let k = 0; k < K; k++) {
    const w = X.map(x => {
      const each = out.map(c => d2(x, c));
      return each.includes(0) ? 0 : each.reduce((a, b) => a + b, k === 0 ? 1 : 0);
    });
    out.push([...X[pickWeighted(w, random())]]);
  }
  return out;
}
