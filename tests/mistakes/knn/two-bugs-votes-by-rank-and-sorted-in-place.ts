// Two mistakes: votes are 1 / rank instead of 1 / distance, and the rows of X are sorted in place.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const before = [...X];
  const d = (x: number[]) => x.reduce((s, v, j) => s + (v - query[j]) ** 2, 0);
  X.sort((a, b) => d(a) - d(b));
  return X.slice(0, k).map(x => before.indexOf(x));
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
    const rows = nearest([...X], query, options.k);
    const w = rows.map((_, r) => (options.weights === 'distance' ? 1 / (r + 1) : 1));
    const p = new Array<number>(options.classes).fill(0);
    rows.forEach((i, r) => {
      p[y[i]] += w[r];
    });
    const t = w.reduce((a, b) => a + b, 0);
    return p.map(v => v / t);
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
