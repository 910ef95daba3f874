// Takes the farthest point each time; only the first is drawn.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('need a centroid');
  const d = centroids[0].length;
  for (const r of [...X, ...centroids]) if (r.length !== d) throw new TypeError('bad row');
  return X.map(x => {
    let m = Infinity;
    for (const c of centroids) {
      let s = 0;
      for (let j = 0; j < d; j++) s += (x[j] - c[j]) ** 2;
      if (s < m) m = s;
    }
    return m;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (!weights.length) throw new RangeError('empty');
  if (!(u >= 0 && u < 1)) throw new RangeError('u');
  let t = 0;
  weights.forEach(w => {
    if (w < 0) throw new RangeError('negative');
    t += w;
  });
  if (t === 0) return Math.floor(u * weights.length);
  let s = 0;
  for (let i = 0; i < weights.length; i++) {
    s += weights[i];
    if (s > u * t) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (!(K >= 1 && K <= X.length)) throw new RangeError('K');
  const chosen = [[...X[Math.floor(random() * X.length)]]];
  nearestSquared(X, [X[0]]);
  while (chosen.length < K) {
    const distances = nearestSquared(X, chosen);
    const i = distances.indexOf(Math.max(...distances));
    chosen.push([...X[i]]);
  }
  return chosen;
}
