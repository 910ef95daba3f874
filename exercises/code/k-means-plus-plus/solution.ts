/** The squared distance from every point to the nearest of the centroids. */
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (centroids.length === 0) throw new RangeError('nearestSquared: no centroids');
  checkRows('nearestSquared', X, centroids[0].length);
  checkRows('nearestSquared', centroids, centroids[0].length);
  return X.map(x => {
    let least = Infinity;
    for (const centroid of centroids) least = Math.min(least, squaredDistance(x, centroid));
    return least;
  }); // [n]
}

/**
 * The first index whose cumulative weight is greater than u · total. Think of the weights as lengths
 * laid end to end: u · total is a place on that line, and the index is the piece it falls in.
 */
export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('pickWeighted: no weights');
  if (!(u >= 0 && u < 1)) throw new RangeError(`pickWeighted: u is ${u}, outside [0, 1)`);
  const negative = weights.find(weight => weight < 0);
  if (negative !== undefined) throw new RangeError(`pickWeighted: a weight of ${negative}`);

  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return Math.floor(u * weights.length);
  let cumulative = 0;
  for (let i = 0; i < weights.length; i += 1) {
    cumulative += weights[i];
    if (cumulative > u * total) return i;
  }
  return weights.findLastIndex(weight => weight > 0); // should rounding swallow the last step
}

/** K rows of X that lie well apart: the first any row, each further one drawn by squared distance. */
export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (!(K >= 1)) throw new RangeError(`kMeansPlusPlus: K is ${K}, below 1`);
  if (K > X.length) throw new RangeError(`kMeansPlusPlus: K is ${K} for ${X.length} points`);
  checkRows('kMeansPlusPlus', X, X[0].length);

  const first = Math.floor(random() * X.length);
  const centroids = [[...X[first]]]; // grows to [K][d]
  while (centroids.length < K) {
    const weights = nearestSquared(X, centroids); // [n], 0 for every row that is a centroid already
    const next = pickWeighted(weights, random());
    centroids.push([...X[next]]);
  }
  return centroids;
}

function squaredDistance(a: number[], b: number[]): number {
  let total = 0;
  for (let j = 0; j < a.length; j += 1) total += (a[j] - b[j]) ** 2;
  return total;
}

function checkRows(caller: string, rows: number[][], d: number): void {
  const odd = rows.find(row => row.length !== d);
  if (odd) throw new TypeError(`${caller}: a row of ${odd.length} numbers where others have ${d}`);
}
