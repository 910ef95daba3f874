// Lets exact matches vote alone with uniform votes as well.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

const len = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
const minus = (a: number[], b: number[]) => a.map((v, j) => v - b[j]);
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const lengths = X.map(x => len(minus(x, query)));
  return lengths
    .map((_, i) => i)
    .sort((a, b) => lengths[a] - lengths[b])
    .slice(0, k);
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
    let rows = nearest(X, query, options.k);
    const same = rows.filter(i => len(minus(X[i], query)) === 0);
    if (same.length > 0) rows = same;
    const w = rows.map(i =>
      same.length > 0 || options.weights !== 'distance' ? 1 : 1 / len(minus(X[i], query)),
    );
    const t = w.reduce((a, b) => a + b, 0);
    return Array.from(
      { length: options.classes },
      (_, c) => rows.reduce((s, i, r) => (y[i] === c ? s + w[r] : s), 0) / t,
    );
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
