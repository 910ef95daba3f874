// The first row is Math.round(random() · (n − 1)), so the first and the last row have half the chance of the others.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('at least one centroid');
  const dim = centroids[0].length;
  const out: number[] = new Array(X.length);
  for (let k = 0; k < centroids.length; k++) {
    if (centroids[k].length !== dim) throw new TypeError('centroid of another length');
  }
  for (let i = 0; i < X.length; i++) {
    const p = X[i];
    if (p.length !== dim) throw new TypeError('point of another length');
    out[i] = Infinity;
    for (const c of centroids) {
      let acc = 0;
      for (let j = 0; j < dim; j++) acc += (p[j] - c[j]) * (p[j] - c[j]);
      if (acc < out[i]) out[i] = acc;
    }
  }
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('at least one weight');
  if (!(u >= 0 && u < 1)) throw new RangeError('0 <= u < 1');
  let total = 0;
  for (const w of weights) {
    if (w < 0) throw new RangeError('weights >= 0');
    total += w;
  }
  if (!(total > 0)) return Math.floor(u * weights.length);
  let rest = u * total;
  let candidate = -1;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] > 0) {
      candidate = i;
      rest -= weights[i];
      if (rest < 0) return i;
    }
  }
  return candidate;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  const randomInt = (min: number, max: number) => Math.round(min + random() * (max - min));
  if (K < 1 || K > X.length) throw new RangeError('1 <= K <= n');
  for (const row of X) if (row.length !== X[0].length) throw new TypeError('ragged points');
  const centroids: number[][] = [];
  centroids.push(X[randomInt(0, X.length - 1)].slice());
  while (centroids.length < K)
    centroids.push(X[pickWeighted(nearestSquared(X, centroids), random())].slice());
  return centroids;
}
