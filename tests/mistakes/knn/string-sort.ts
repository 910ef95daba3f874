// Sorts distances as text.
function distances(X: number[][], q: number[]): number[] {
  return X.map(x => Math.sqrt(x.reduce((s, v, j) => s + (v - q[j]) ** 2, 0)));
}
export function nearest(X: number[][], query: number[], k: number): number[] {
  if (X.length === 0) throw new RangeError('no rows');
  if (k < 1 || k % 1 !== 0) throw new RangeError('k');
  for (const row of X) if (row.length !== query.length) throw new TypeError('length');
  const all = distances(X, query);
  const sorted = [...all].sort();
  const used = new Set<number>();
  return sorted.slice(0, k).map(v => {
    const i = all.findIndex((w, at) => w === v && !used.has(at));
    used.add(i);
    return i;
  });
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  const { k, classes, weights } = options;
  if (X.length === 0) throw new RangeError('no rows');
  if (k < 1 || k % 1 !== 0) throw new RangeError('k');
  if (y.length !== X.length) throw new TypeError('y');
  if (X.some(r => r.length !== X[0].length)) throw new TypeError('ragged');
  for (const c of y) if (c < 0 || c >= classes) throw new RangeError('c');
  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const q of queries) {
    const rows = nearest(X, q, k);
    const d = distances(X, q);
    const zero = rows.some(i => d[i] === 0);
    const votes = new Array<number>(classes).fill(0);
    for (const i of rows)
      votes[y[i]] += weights !== 'distance' ? 1 : zero ? Number(d[i] === 0) : 1 / d[i];
    const sum = votes.reduce((a, b) => a + b);
    probabilities.push(votes.map(v => v / sum));
    labels.push(votes.indexOf(Math.max(...votes)));
  }
  return { labels, probabilities };
}
