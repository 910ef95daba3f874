// Keeps a later row at the same distance.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

function squared(a: number[], b: number[]) {
  let s = 0;
  a.forEach((v, j) => {
    s += (v - b[j]) ** 2;
  });
  return s;
}
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const left = new Set(X.keys());
  const rows: number[] = [];
  while (rows.length < k && left.size > 0) {
    let best = -1;
    for (const i of left) if (best < 0 || squared(X[i], query) <= squared(X[best], query)) best = i;
    rows.push(best);
    left.delete(best);
  }
  return rows;
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
    const s = rows.map(i => squared(X[i], query));
    const w = s.map(v =>
      options.weights !== 'distance' ? 1 : s[0] === 0 ? Number(v === 0) : v ** -0.5,
    );
    const p = Array.from({ length: options.classes }, () => 0);
    rows.forEach((i, r) => {
      p[y[i]] += w[r];
    });
    const t = p.reduce((a, b) => a + b);
    return p.map(v => v / t);
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
