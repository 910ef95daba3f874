// Votes with 1 / squared distance, since it never took the root.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

const gap = (a: number[], b: number[]) => {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += (a[j] - b[j]) * (a[j] - b[j]);
  return s;
};
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const g = X.map(x => gap(x, query));
  return Array.from(X.keys())
    .sort((a, b) => g[a] - g[b])
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
  for (const c of y) if (c < 0 || c >= options.classes) throw new RangeError('class');
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, options.k);
    let voters = rows.map(i => ({
      c: y[i],
      w: options.weights === 'distance' ? 1 / gap(X[i], query) : 1,
    }));
    if (voters.some(v => v.w === Infinity))
      voters = voters.filter(v => v.w === Infinity).map(v => ({ c: v.c, w: 1 }));
    const total = voters.reduce((s, v) => s + v.w, 0);
    return Array.from(
      { length: options.classes },
      (_, c) => voters.reduce((s, v) => (v.c === c ? s + v.w : s), 0) / total,
    );
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
