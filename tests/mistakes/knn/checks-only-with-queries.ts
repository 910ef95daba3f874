// Checks inside the loop over queries, so that nothing is checked without any.
export function nearest(X: number[][], query: number[], k: number): number[] {
  if (X.length === 0) throw new RangeError('no rows');
  if (!Number.isInteger(k) || k <= 0) throw new RangeError('k');
  const d = X.map(x => {
    if (x.length !== query.length) throw new TypeError('length');
    return x.reduce((s, v, j) => s + (v - query[j]) ** 2, 0);
  });
  return X.map((_, i) => i)
    .sort((a, b) => d[a] - d[b])
    .slice(0, k);
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, options.k);
    if (y.length !== X.length) throw new TypeError('y');
    if (y.some(c => c < 0 || c >= options.classes)) throw new RangeError('class');
    const d = rows.map(i => Math.sqrt(X[i].reduce((s, v, j) => s + (v - query[j]) ** 2, 0)));
    const w = d.map(v =>
      options.weights !== 'distance' ? 1 : d[0] === 0 ? Number(v === 0) : 1 / v,
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
