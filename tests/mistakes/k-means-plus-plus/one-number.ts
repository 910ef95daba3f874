// Draws one number and uses it for every pick.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (!centroids.length) throw new RangeError('empty');
  const d = centroids[0].length;
  for (const r of X) if (r.length !== d) throw new TypeError('X');
  for (const r of centroids) if (r.length !== d) throw new TypeError('centroids');
  const out = new Array<number>(X.length);
  for (let i = 0; i < X.length; i++) {
    out[i] = Infinity;
    for (const c of centroids) {
      let s = 0;
      for (let j = 0; j < d; j++) s += (X[i][j] - c[j]) ** 2;
      out[i] = Math.min(out[i], s);
    }
  }
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  if (!weights.length || u < 0 || u >= 1) throw new RangeError('bad');
  let total = 0;
  for (const w of weights) {
    if (w < 0) throw new RangeError('negative');
    total += w;
  }
  if (total === 0) return Math.floor(u * weights.length);
  let c = 0;
  for (let i = 0; i < weights.length; i++) {
    c += weights[i];
    if (c > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  for (const r of X) if (r.length !== X[0].length) throw new TypeError('X');
  const u = random();
  const picks = [Math.floor(u * X.length)];
  for (let k = 1; k < K; k++) {
    const here = picks.map(i => X[i]);
    picks.push(pickWeighted(nearestSquared(X, here), u));
  }
  return picks.map(i => [...X[i]]);
}
