// Right: exact power-of-two scaling keeps tiny and huge distances apart; every row is sorted by distance and index.
/** Euclidean distance; squares are taken of numbers near 1, and a power of two changes no digit. */
function distance(a: number[], b: number[]): number {
  let largest = 0;
  for (let c = 0; c < a.length; c += 1) largest = Math.max(largest, Math.abs(a[c] - b[c]));
  if (largest === 0) return 0;
  if (largest > 1e-100 && largest < 1e100) {
    let plain = 0;
    for (let c = 0; c < a.length; c += 1) plain += (a[c] - b[c]) * (a[c] - b[c]);
    return Math.sqrt(plain);
  }
  let up = largest < 1 ? 2 ** 500 : 2 ** -500;
  if (largest < 1e-200) up = 2 ** 800;
  if (largest > 1e200) up = 2 ** -800;
  let squares = 0;
  for (let c = 0; c < a.length; c += 1) squares += ((a[c] - b[c]) * up) ** 2;
  return Math.sqrt(squares) / up;
}

function checkPoints(X: number[][], points: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('no training points');
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k must be a whole number from 1');
  const d = X[0].length;
  if (X.some(row => row.length !== d) || points.some(point => point.length !== d)) {
    throw new TypeError('points of different lengths');
  }
}

function search(X: number[][], query: number[], k: number): { row: number; distance: number }[] {
  const all = X.map((point, row) => ({ row, distance: distance(point, query) }));
  all.sort((a, b) => (a.distance < b.distance ? -1 : a.distance > b.distance ? 1 : a.row - b.row));
  return all.slice(0, k);
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  checkPoints(X, [query], k);
  return search(X, query, k).map(hit => hit.row);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  const { k, classes, weights = 'uniform' } = options;
  checkPoints(X, queries, k);
  if (y.length !== X.length) throw new TypeError('y is not as long as X');
  if (y.some(label => label < 0 || label >= classes))
    throw new RangeError('a class is out of range');

  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const query of queries) {
    const voters = search(X, query, k);
    const votes: number[] = new Array(classes).fill(0);
    const closest = voters[0].distance;
    // all votes of a query may be multiplied by one number: a power of two, so that 1 / distance stays finite
    const unit = closest < 1e-290 ? 2 ** 500 : 1;
    let sum = 0;
    for (const voter of voters) {
      let vote = 1;
      if (weights === 'distance') {
        if (closest === 0) vote = voter.distance === 0 ? 1 : 0;
        else vote = 1 / (voter.distance * unit);
      }
      votes[y[voter.row]] += vote;
      sum += vote;
    }
    let best = 0;
    for (let c = 1; c < classes; c += 1) if (votes[c] > votes[best]) best = c;
    labels.push(best);
    probabilities.push(votes.map(v => v / sum));
  }
  return { labels, probabilities };
}
