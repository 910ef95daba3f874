// Gives a tie of votes to the class of the nearest neighbour.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

const d2 = (a: number[], b: number[]) => a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const idx = X.map((_, i) => i);
  idx.sort((a, b) => d2(X[a], query) - d2(X[b], query) || a - b);
  return idx.slice(0, k);
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  check(X, queries, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => c < 0 || c >= options.classes)) throw new RangeError('c');
  const labels: number[] = [];
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, options.k);
    const weights = rows.map(i => {
      if (options.weights !== 'distance') return 1;
      const exact = d2(X[rows[0]], query) === 0;
      return exact ? Number(d2(X[i], query) === 0) : 1 / Math.sqrt(d2(X[i], query));
    });
    const votes = new Map<number, number>();
    rows.forEach((i, r) => {
      votes.set(y[i], (votes.get(y[i]) ?? 0) + weights[r]);
    });
    let winner = y[rows[0]];
    for (const [c, v] of votes) if (v > (votes.get(winner) as number)) winner = c;
    labels.push(winner);
    const total = weights.reduce((a, b) => a + b);
    return Array.from({ length: options.classes }, (_, c) => (votes.get(c) ?? 0) / total);
  });
  return { labels, probabilities };
}
