// All-zero weights give the rounded u · n instead of its whole part, and the first centroid is the row of X itself, not a copy.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids');
  const d = centroids[0].length;
  [...centroids, ...X].forEach(row => {
    if (row.length !== d) throw new TypeError('different lengths');
  });
  const nearest: number[] = [];
  for (const x of X) {
    const all = centroids.map(c => {
      let s = 0;
      for (let j = 0; j < d; j++) s += (x[j] - c[j]) ** 2;
      return s;
    });
    all.sort((a, b) => a - b);
    nearest.push(all[0]);
  }
  return nearest;
}

export function pickWeighted(weights: number[], u: number): number {
  const n = weights.length;
  if (n === 0) throw new RangeError('no weights');
  if (u < 0 || u >= 1) throw new RangeError('bad u');
  if (weights.some(w => w < 0)) throw new RangeError('bad weight');
  let total = 0;
  for (const w of weights) total += w;
  if (total === 0) return Math.min(n - 1, Math.round(u * n));
  const threshold = u * total;
  let running = 0;
  let index = 0;
  while (index < n) {
    running += weights[index];
    if (running > threshold) return index;
    index++;
  }
  do index--;
  while (weights[index] === 0);
  return index;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('bad K');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('different lengths');
  const result = [X[Math.floor(random() * X.length)]];
  for (let k = 1; k < K; k++) {
    const i = pickWeighted(nearestSquared(X, result), random());
    result.push([...X[i]]);
  }
  return result;
}
