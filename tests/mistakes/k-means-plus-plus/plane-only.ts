// Looks at two coordinates, as on paper.
function planar([ax, ay = 0]: number[], [bx, by = 0]: number[]): number {
  const dx = ax - bx;
  const dy = ay - by;
  return dx * dx + dy * dy;
}

function sameLengths(rows: number[][]): void {
  const [head] = rows;
  for (const row of rows) {
    if (row.length !== head.length) throw new TypeError(`${row.length} and ${head.length}`);
  }
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  sameLengths([...X, ...centroids]);
  return X.map(x => centroids.reduce((m, c) => Math.min(m, planar(x, c)), Infinity));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights');
  if (u >= 1 || u < 0) throw new RangeError('u');
  if (weights.some(w => w < 0)) throw new RangeError('weight');
  const total = weights.reduce((a, b) => a + b);
  if (total === 0) return Math.floor(u * weights.length);
  let i = 0;
  let reached = weights[0];
  while (reached <= u * total && i + 1 < weights.length) reached += weights[++i];
  while (weights[i] === 0) i--;
  return i;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  sameLengths(X);
  const centres = [X[Math.floor(random() * X.length)].concat()];
  for (let k = 1; k < K; k += 1) {
    centres[k] = X[pickWeighted(nearestSquared(X, centres), random())].concat();
  }
  return centres;
}
