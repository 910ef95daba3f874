// Leaves out rows that equal the query, as if they were the query itself.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  return X.map((x, i) => ({ i, s: x.reduce((t, v, j) => t + (v - query[j]) ** 2, 0) }))
    .filter(o => o.s > 0)
    .sort((a, b) => a.s - b.s)
    .slice(0, k)
    .map(o => o.i);
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
    const rows = nearest(X, query, options.k);
    const w = rows.map(i =>
      options.weights === 'distance' ? 1 / Math.hypot(...X[i].map((v, j) => v - query[j])) : 1,
    );
    const p = new Array<number>(options.classes).fill(0);
    rows.forEach((i, r) => {
      p[y[i]] += w[r];
    });
    const t = w.reduce((a, b) => a + b, 0);
    return p.map(v => v / t);
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
