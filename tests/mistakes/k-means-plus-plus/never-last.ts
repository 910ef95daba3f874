// The last row is never the first centroid.
function inspect(rows: number[][], width = rows[0]?.length) {
  rows.forEach(row => {
    if (row.length !== width) throw new TypeError('row length');
  });
}

function distancesTo(X: number[][], c: number[]): number[] {
  return X.map(x => x.map((v, j) => (v - c[j]) ** 2).reduce((a, b) => a + b, 0));
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('centroids');
  inspect([...centroids, ...X]);
  let best = X.map(() => Infinity);
  for (const c of centroids) {
    const now = distancesTo(X, c);
    best = best.map((b, i) => (now[i] < b ? now[i] : b));
  }
  return best;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || weights.some(w => w < 0)) throw new RangeError('weights');
  if (!(u >= 0) || u >= 1) throw new RangeError('u');
  let rest = weights.reduce((a, b) => a + b, 0);
  if (rest === 0) return Math.floor(u * weights.length);
  const goal = u * rest;
  rest = 0;
  let i = -1;
  do {
    i++;
    rest += weights[i];
  } while (!(rest > goal) && i < weights.length - 1);
  while (weights[i] === 0) i--;
  return i;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  inspect(X);
  const rows = [Math.floor(random() * (X.length - 1))];
  while (rows.length < K) {
    const w = nearestSquared(
      X,
      rows.map(i => X[i]),
    );
    rows.push(pickWeighted(w, random()));
  }
  return rows.map(i => X[i].slice());
}
