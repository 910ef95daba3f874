// Compares cumulative probabilities, which may end below 1, and then returns the last index even if its weight is 0.
function dist2(a: number[], b: number[]): number {
  return a.map((v, j) => v - b[j]).reduce((s, t) => s + t * t, 0);
}

function validate(rows: number[][]): void {
  for (let i = 1; i < rows.length; i++) {
    if (rows[i].length !== rows[i - 1].length) throw new TypeError('inconsistent dimensions');
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('need centroids');
  validate(centroids.concat(X));
  return X.map(x => centroids.reduce((best, c) => Math.min(best, dist2(x, c)), Infinity));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('need weights');
  if (u < 0 || u >= 1) throw new RangeError('need u in [0, 1)');
  if (weights.some(w => w < 0)) throw new RangeError('need non-negative weights');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  const probabilities = weights.map(w => w / total);
  let cumulative = 0;
  for (let i = 0; i < probabilities.length; i++) {
    cumulative += probabilities[i];
    if (u < cumulative) return i;
  }
  return weights.length - 1;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('need 1 <= K <= n');
  validate(X);
  const chosen = [X[Math.floor(random() * X.length)].slice()];
  for (let k = 1; k < K; k++) {
    const index = pickWeighted(nearestSquared(X, chosen), random());
    chosen.push(X[index].slice());
  }
  return chosen;
}
