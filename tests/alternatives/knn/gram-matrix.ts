// Squared distances of all pairs by ‖x‖² − 2 x·q + ‖q‖², then repeated selection of the minimum.
const dot = (a: number[], b: number[]) => a.reduce((s, v, j) => s + v * b[j], 0);

function table(X: number[][], Q: number[][]): number[][] {
  const norms = X.map(x => dot(x, x));
  return Q.map(q => {
    const own = dot(q, q);
    return X.map((x, i) => Math.max(0, norms[i] - 2 * dot(x, q) + own));
  });
}

function take(distances: number[], k: number): number[] {
  const left = new Map(distances.map((value, i) => [i, value] as const));
  const taken: number[] = [];
  while (taken.length < k && left.size > 0) {
    let at = -1;
    for (const [i, value] of left) if (at < 0 || value < (left.get(at) as number)) at = i;
    taken.push(at);
    left.delete(at);
  }
  return taken;
}

function check(X: number[][], Q: number[][], k: number) {
  if (!X.length) throw new RangeError('empty');
  if (k < 1 || k !== Math.floor(k)) throw new RangeError('k');
  const d = X[0].length;
  for (const row of [...X, ...Q]) if (row.length !== d) throw new TypeError('ragged');
}

export const nearest = (X: number[][], query: number[], k: number): number[] => {
  check(X, [query], k);
  return take(table(X, [query])[0], k);
};

export const predict = (
  X: number[][],
  y: number[],
  queries: number[][],
  {
    k,
    classes,
    weights = 'uniform',
  }: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) => {
  check(X, queries, k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => c < 0 || c >= classes)) throw new RangeError('class');
  const probabilities = table(X, queries).map(row => {
    const rows = take(row, k);
    const weigh = (i: number) => (weights === 'uniform' ? 1 : row[i] ** -0.5);
    const infinite = rows.filter(i => weigh(i) === Infinity);
    const voters = infinite.length > 0 ? infinite : rows;
    const vote = (i: number) => (infinite.length > 0 ? 1 : weigh(i));
    const total = voters.reduce((s, i) => s + vote(i), 0);
    return Array.from(
      { length: classes },
      (_, c) => voters.filter(i => y[i] === c).reduce((s, i) => s + vote(i), 0) / total,
    );
  });
  const labels = probabilities.map(p => p.reduce((b, v, c) => (v > p[b] ? c : b), 0));
  return { labels, probabilities };
};
