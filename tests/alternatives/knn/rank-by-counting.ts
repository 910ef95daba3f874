// The place of a row is the number of rows before it; no sort and no search for a minimum.
function ranks(distances: number[]): number[] {
  return distances.map(
    (own, i) => distances.filter((other, j) => other < own || (other === own && j < i)).length,
  );
}

function euclid(a: number[], b: number[]): number {
  return Math.sqrt(a.map((v, j) => v - b[j]).reduce((s, v) => s + v * v, 0));
}

function guard(X: number[][], queries: number[][], k: number): void {
  if (X.length < 1) throw new RangeError('no rows');
  if (k < 1) throw new RangeError('k is below 1');
  if (!Number.isInteger(k)) throw new RangeError('k is not whole');
  for (const list of [X, queries]) {
    for (const row of list) if (row.length !== X[0].length) throw new TypeError('row length');
  }
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  guard(X, [query], k);
  const out: number[] = [];
  ranks(X.map(x => euclid(x, query))).forEach((rank, i) => {
    if (rank < k) out[rank] = i;
  });
  return out;
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  guard(X, queries, options.k);
  if (X.length !== y.length) throw new TypeError('X and y');
  if (Math.min(...y) < 0 || Math.max(...y) >= options.classes) throw new RangeError('classes');
  const result = { labels: [] as number[], probabilities: [] as number[][] };
  queries.forEach(query => {
    const distances = X.map(x => euclid(x, query));
    const inside = ranks(distances).map(rank => rank < options.k);
    const touching = distances.some((distance, i) => inside[i] && distance === 0);
    const votes = distances.map((distance, i) => {
      if (!inside[i]) return 0;
      if (options.weights !== 'distance') return 1;
      return touching ? (distance === 0 ? 1 : 0) : 1 / distance;
    });
    const total = votes.reduce((a, b) => a + b, 0);
    const row: number[] = [];
    for (let c = 0; c < options.classes; c += 1) {
      row.push(votes.reduce((s, vote, i) => (y[i] === c ? s + vote : s), 0) / total);
    }
    result.probabilities.push(row);
    const most = Math.max(...row);
    result.labels.push(row.findIndex(share => share >= most));
  });
  return result;
}
