// Begins with the first row of X.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('nearestSquared: centroids is empty');
  const out: number[] = [];
  for (let i = 0; i < X.length; i++) {
    out[i] = Number.POSITIVE_INFINITY;
    for (let k = 0; k < centroids.length; k++) {
      if (X[i].length !== centroids[k].length) throw new TypeError('nearestSquared: lengths');
      let total = 0;
      for (let j = 0; j < X[i].length; j++) total += (X[i][j] - centroids[k][j]) ** 2;
      out[i] = Math.min(out[i], total);
    }
  }
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('pickWeighted: no weights');
  if (u < 0 || u >= 1) throw new RangeError('pickWeighted: u');
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] < 0) throw new RangeError('pickWeighted: negative');
    total += weights[i];
  }
  if (total === 0) return Math.floor(u * weights.length);
  let before = 0;
  let answer = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] > 0 && before <= u * total) answer = i;
    before += weights[i];
  }
  return answer;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('kMeansPlusPlus: K');
  if (X.find(x => x.length !== X[0].length)) throw new TypeError('kMeansPlusPlus: ragged');
  const centroids = [Array.from(X[0])];
  for (let k = 1; k < K; k++) {
    centroids.push(Array.from(X[pickWeighted(nearestSquared(X, centroids), random())]));
  }
  return centroids;
}
