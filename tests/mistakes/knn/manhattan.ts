// Adds up absolute differences.
const far = (a: number[], b: number[]) => a.reduce((s, v, j) => s + Math.abs(v - b[j]), 0);
function check(X: number[][], Q: number[][], k: number) {
  if (!X.length || !Number.isInteger(k) || k < 1) throw new RangeError('X or k');
  if ([...X, ...Q].some(r => r.length !== X[0].length)) throw new TypeError('rows');
}
export function nearest(X: number[][], query: number[], k: number) {
  check(X, [query], k);
  return X.map((x, i) => ({ i, d: far(x, query) }))
    .sort((a, b) => a.d - b.d)
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
  const probabilities = queries.map(q => {
    const rows = nearest(X, q, options.k);
    const ds = rows.map(i => far(X[i], q));
    const w = ds.map(v =>
      options.weights === 'distance' ? (ds[0] === 0 ? +(v === 0) : 1 / v) : 1,
    );
    const p = new Array<number>(options.classes).fill(0);
    rows.forEach((i, r) => {
      p[y[i]] += w[r];
    });
    const t = w.reduce((a, b) => a + b, 0);
    return p.map(v => v / t);
  });
  return { probabilities, labels: probabilities.map(p => p.indexOf(Math.max(...p))) };
}
