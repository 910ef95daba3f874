// Nothing is refused.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  return X.map(x => Math.min(...centroids.map(c => x.reduce((s, v, j) => s + (v - c[j]) ** 2, 0))));
}

export function pickWeighted(weights: number[], u: number): number {
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let c = 0;
  for (let i = 0; i < weights.length; i++) {
    c += weights[i];
    if (c > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  const out = [[...X[Math.floor(random() * X.length)]]];
  while (out.length < K) out.push([...X[pickWeighted(nearestSquared(X, out), random())]]);
  return out;
}
