// Any K different rows, all equally likely.
export const nearestSquared = (X: number[][], C: number[][]): number[] => {
  if (!C.length) throw new RangeError('C');
  if (new Set([...X, ...C].map(r => r.length)).size > 1) throw new TypeError('shape');
  return X.map(x => Math.min(...C.map(c => x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0))));
};

export const pickWeighted = (weights: number[], u: number): number => {
  if (!weights.length || weights.some(w => w < 0) || u < 0 || u >= 1) throw new RangeError('args');
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return Math.floor(u * weights.length);
  let c = 0;
  for (let i = 0; i < weights.length; i++) {
    c += weights[i];
    if (c > u * sum) return i;
  }
  return weights.findLastIndex(w => w > 0);
};

export const kMeansPlusPlus = (X: number[][], K: number, random: () => number): number[][] => {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (new Set(X.map(r => r.length)).size > 1) throw new TypeError('shape');
  const different = [...new Map(X.map(x => [x.join(), x])).values()];
  const pool = [...different];
  const out: number[][] = [];
  while (out.length < K) {
    if (!pool.length) pool.push(...different);
    out.push([...pool.splice(Math.floor(random() * pool.length), 1)[0]]);
  }
  return out;
};
