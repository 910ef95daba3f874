// Wrong: divides each feature by its range over the training points before it measures distances.
function ranges(X: number[][]): number[] {
  return X[0].map((_, c) => {
    const column = X.map(row => row[c]);
    const range = column.reduce((a, b) => Math.max(a, b)) - column.reduce((a, b) => Math.min(a, b));
    return range === 0 ? 1 : range;
  });
}

function metric(scale: number[]) {
  return (a: number[], b: number[]): number =>
    Math.sqrt(scale.reduce((s, r, c) => s + ((a[c] - b[c]) / r) ** 2, 0));
}

function assertOk(X: number[][], points: number[][], k: number) {
  if (X.length === 0) throw new RangeError('X');
  if (!(Number.isInteger(k) && k > 0)) throw new RangeError('k');
  if ([...X, ...points].some(p => p.length !== X[0].length)) throw new TypeError('lengths');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  assertOk(X, [query], k);
  const far = metric(ranges(X));
  const d = X.map(row => far(row, query));
  return d
    .map((_, i) => i)
    .sort((i, j) => d[i] - d[j] || i - j)
    .slice(0, k);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  assertOk(X, queries, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(label => label < 0 || label >= options.classes)) throw new RangeError('label');
  const raw = metric(X[0].map(() => 1));
  const labels: number[] = [];
  const probabilities: number[][] = [];
  queries.forEach(query => {
    const rows = nearest(X, query, options.k);
    const distances = rows.map(i => raw(X[i], query));
    const zero = distances.some(d => d === 0);
    const votes: number[] = new Array(options.classes).fill(0);
    rows.forEach((i, place) => {
      const d = distances[place];
      votes[y[i]] += options.weights !== 'distance' ? 1 : zero ? (d === 0 ? 1 : 0) : 1 / d;
    });
    const total = votes.reduce((a, b) => a + b, 0);
    labels.push(votes.reduce((best, v, c) => (v > votes[best] ? c : best), 0));
    probabilities.push(votes.map(v => v / total));
  });
  return { labels, probabilities };
}
