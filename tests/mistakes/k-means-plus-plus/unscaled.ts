// Takes the weights for probabilities: compares with u itself. Inside the loop they are normalised.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('no centroids');
  for (const row of centroids.concat(X)) {
    if (row.length !== centroids[0].length) throw new TypeError('unequal rows');
  }
  const result = [];
  for (const x of X) {
    let least = Infinity;
    for (const c of centroids) {
      let s = 0;
      x.forEach((v, j) => {
        s += (v - c[j]) ** 2;
      });
      least = Math.min(least, s);
    }
    result.push(least);
  }
  return result;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('no weights');
  if (u < 0 || u >= 1) throw new RangeError('u');
  if (weights.some(w => w < 0)) throw new RangeError('w');
  if (weights.every(w => w === 0)) return Math.floor(u * weights.length);
  let c = 0;
  for (let i = 0; i < weights.length; i++) {
    c += weights[i];
    if (c > u) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(x => x.length !== X[0].length)) throw new TypeError('unequal rows');
  const centroids = [[...X[Math.floor(random() * X.length)]]];
  while (centroids.length < K) {
    const w = nearestSquared(X, centroids);
    const total = w.reduce((a, b) => a + b, 0);
    const p = total > 0 ? w.map(v => v / total) : w;
    centroids.push([...X[pickWeighted(p, random())]]);
  }
  return centroids;
}
