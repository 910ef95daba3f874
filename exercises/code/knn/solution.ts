/** The rows nearest to a query, the nearest first; at the same distance, the lower index first. */
export function nearest(X: number[][], query: number[], k: number): number[] {
  checkTraining(X, k);
  checkWidths(X, [query]);
  const distances = X.map(x => distanceBetween(x, query)); // [n]
  const rows = X.map((_, i) => i);
  rows.sort((i, j) => distances[i] - distances[j]); // equal ones stay in the order of their index
  return rows.slice(0, k);
}

/** Lets the nearest training points vote on the class of each query. */
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  const { k, classes } = options;
  const weights = options.weights ?? 'uniform';
  checkTraining(X, k);
  checkWidths(X, queries);
  if (y.length !== X.length) throw new TypeError(`knn: ${y.length} classes for ${X.length} rows`);
  for (const label of y) {
    if (label < 0) throw new RangeError(`knn: class ${label}`);
    if (label >= classes) throw new RangeError(`knn: class ${label} of ${classes}`);
  }

  const probabilities = queries.map(query => {
    const rows = nearest(X, query, k);
    const distances = rows.map(i => distanceBetween(X[i], query)); // [voters]
    const votes = weights === 'distance' ? closeness(distances) : distances.map(() => 1);
    const totals = new Array<number>(classes).fill(0);
    rows.forEach((row, voter) => {
      totals[y[row]] += votes[voter];
    });
    const cast = votes.reduce((sum, vote) => sum + vote, 0);
    return totals.map(total => total / cast);
  }); // [q][classes]
  const labels = probabilities.map(shares => shares.indexOf(Math.max(...shares))); // the first of equals
  return { labels, probabilities };
}

/** Votes of 1 / distance; where some distance is 0, those vote alone. */
function closeness(distances: number[]): number[] {
  const exact = distances.map(distance => (distance === 0 ? 1 : 0));
  if (exact.some(vote => vote > 0)) return exact;
  return distances.map(distance => 1 / distance);
}

function distanceBetween(a: number[], b: number[]): number {
  let squares = 0;
  for (let j = 0; j < a.length; j += 1) squares += (a[j] - b[j]) ** 2;
  return Math.sqrt(squares);
}

function checkTraining(X: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('knn: no training points');
  if (!Number.isInteger(k)) throw new RangeError(`knn: k is ${k}`);
  if (k < 1) throw new RangeError(`knn: k is ${k}`);
}

function checkWidths(X: number[][], queries: number[][]): void {
  const d = X[0].length;
  const odd = X.find(row => row.length !== d);
  if (odd) throw new TypeError(`knn: a row of ${odd.length} numbers beside one of ${d}`);
  const query = queries.find(row => row.length !== d);
  if (query) throw new TypeError(`knn: a query of ${query.length} numbers for rows of ${d}`);
}
