// Adds a small number to each distance instead of treating 0 as a case.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  return order(X, query)
    .slice(0, k)
    .map(p => p.i);
}
function order(X: number[][], query: number[]) {
  const pairs = X.map((x, i) => ({
    i,
    d: Math.sqrt(x.map((v, j) => (v - query[j]) ** 2).reduce((a, b) => a + b, 0)),
  }));
  return pairs.sort((p, q) => p.d - q.d || p.i - q.i);
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  check(X, queries, options.k);
  if (y.length !== X.length) throw new TypeError('length of y');
  y.forEach(c => {
    if (c < 0 || c >= options.classes) throw new RangeError('class');
  });
  const out = { labels: [] as number[], probabilities: [] as number[][] };
  for (const query of queries) {
    const shares = new Float64Array(options.classes);
    let sum = 0;
    for (const { i, d } of order(X, query).slice(0, options.k)) {
      const w = options.weights === 'distance' ? 1 / (d + 1e-10) : 1;
      shares[y[i]] += w;
      sum += w;
    }
    const row = Array.from(shares, v => v / sum);
    out.probabilities.push(row);
    out.labels.push(row.indexOf(Math.max(...row)));
  }
  return out;
}
