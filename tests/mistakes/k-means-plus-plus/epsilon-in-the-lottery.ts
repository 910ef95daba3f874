// A total below 1e-12 counts as 0, to be safe.
type Rows = number[][];

const demand = (holds: boolean, what: string) => {
  if (!holds) throw new RangeError(what);
};

const sameLength = (...rows: Rows) =>
  demand(
    rows.every(row => row.length === rows[0].length),
    'rows of different lengths',
  );

export function nearestSquared(X: Rows, centroids: Rows): number[] {
  demand(centroids.length > 0, 'no centroids');
  sameLength(...centroids, ...X);
  return X.map(x => {
    let least = Infinity;
    for (const c of centroids) {
      let sum = 0;
      for (let j = 0; j < c.length; j++) sum += (x[j] - c[j]) ** 2;
      if (sum < least) least = sum;
    }
    return least;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  demand(weights.length > 0, 'no weights');
  demand(u >= 0 && u < 1, 'u outside [0, 1)');
  demand(!weights.some(w => w < 0), 'negative weight');
  const total = weights.reduce((a, b) => a + b, 0);
  if (total < 1e-12) return Math.floor(u * weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    if (sum > u * total) return i;
  }
  return weights.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: Rows, K: number, random: () => number): Rows {
  demand(K >= 1 && K <= X.length, 'K outside 1 … n');
  sameLength(...X);
  const out = [[...X[Math.floor(random() * X.length)]]];
  while (out.length < K) out.push([...X[pickWeighted(nearestSquared(X, out), random())]]);
  return out;
}
