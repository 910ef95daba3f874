// Weighs the probabilities, but takes the label by counting heads.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const d = X.map(x => x.reduce((s, v, j) => s + (v - query[j]) ** 2, 0));
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
  check(X, queries, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => c < 0 || c >= options.classes)) throw new RangeError('class');
  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const query of queries) {
    const rows = nearest(X, query, options.k);
    const d = rows.map(i => Math.sqrt(X[i].reduce((s, v, j) => s + (v - query[j]) ** 2, 0)));
    const w = d.map(v =>
      options.weights !== 'distance' ? 1 : d[0] === 0 ? Number(v === 0) : 1 / v,
    );
    const p = new Array<number>(options.classes).fill(0);
    const heads = new Array<number>(options.classes).fill(0);
    rows.forEach((i, r) => {
      p[y[i]] += w[r];
      heads[y[i]] += 1;
    });
    const t = w.reduce((a, b) => a + b, 0);
    probabilities.push(p.map(v => v / t));
    labels.push(heads.indexOf(Math.max(...heads)));
  }
  return { labels, probabilities };
}
