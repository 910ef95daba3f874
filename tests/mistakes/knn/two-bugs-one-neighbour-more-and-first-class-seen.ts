// Two mistakes: k + 1 neighbours vote, and a tie goes to the class seen first.
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
    .filter((_, place) => place <= k);
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
  const probabilities = queries.map(query => {
    const rows = nearest(X, query, options.k);
    const d = rows.map(i => Math.sqrt(X[i].reduce((s, v, j) => s + (v - query[j]) ** 2, 0)));
    const votes: Record<string, number> = {};
    rows.forEach((i, r) => {
      const w = options.weights !== 'distance' ? 1 : d[0] === 0 ? Number(d[r] === 0) : 1 / d[r];
      votes[`c${y[i]}`] = (votes[`c${y[i]}`] ?? 0) + w;
    });
    const ranked = Object.entries(votes).sort((a, b) => b[1] - a[1]);
    labels.push(Number(ranked[0][0].slice(1)));
    const t = ranked.reduce((s, [, v]) => s + v, 0);
    return Array.from({ length: options.classes }, (_, c) => (votes[`c${c}`] ?? 0) / t);
  });
  return { labels, probabilities };
}
