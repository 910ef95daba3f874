// Lets every row that equals the query vote, even beyond k.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

const sq = (a: number[], b: number[]) => a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0);
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  return [...X.keys()].sort((a, b) => sq(X[a], query) - sq(X[b], query)).slice(0, k);
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
    const p = new Array<number>(options.classes).fill(0);
    const exact = X.map((x, i) => (sq(x, query) === 0 ? i : -1)).filter(i => i >= 0);
    if (options.weights === 'distance' && exact.length > 0) {
      for (const i of exact) p[y[i]] += 1 / exact.length;
      return p;
    }
    const rows = nearest(X, query, options.k);
    const w = rows.map(i => (options.weights === 'distance' ? 1 / Math.sqrt(sq(X[i], query)) : 1));
    const t = w.reduce((a, b) => a + b);
    rows.forEach((i, r) => {
      p[y[i]] += w[r] / t;
    });
    return p;
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
