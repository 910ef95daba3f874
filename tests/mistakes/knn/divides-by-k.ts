// Divides uniform votes by k, also where fewer vote.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

const root = (a: number[], b: number[]) => Math.sqrt(a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0));
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  return [...X.keys()].sort((a, b) => root(X[a], query) - root(X[b], query)).slice(0, k);
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  const { k, classes, weights } = options;
  check(X, queries, k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => c < 0 || c >= classes)) throw new RangeError('class');
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, k);
    const counts = new Array<number>(classes).fill(0);
    if (weights !== 'distance') {
      for (const i of rows) counts[y[i]] += 1 / k;
      return counts;
    }
    const exact = rows.filter(i => root(X[i], query) === 0);
    for (const i of exact) counts[y[i]] += 1 / exact.length;
    if (exact.length > 0) return counts;
    const sum = rows.reduce((s, i) => s + 1 / root(X[i], query), 0);
    for (const i of rows) counts[y[i]] += 1 / root(X[i], query) / sum;
    return counts;
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
