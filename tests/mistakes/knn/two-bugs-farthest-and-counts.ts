// Two mistakes: the farthest come first, and probabilities are counts.
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
    .sort((a, b) => d[b] - d[a])
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
  const probabilities = queries.map(query => {
    const p = new Array<number>(options.classes).fill(0);
    for (const i of nearest(X, query, options.k)) {
      const d = Math.hypot(...X[i].map((v, j) => v - query[j]));
      p[y[i]] += options.weights === 'distance' ? 1 / d : 1;
    }
    return p;
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
