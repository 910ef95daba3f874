// Wrong: a tie of votes goes to the class of the nearest voter, and a k larger than n is refused.
type Options = { k: number; classes: number; weights?: 'uniform' | 'distance' };

const squared = (a: number[], b: number[]) => a.reduce((s, v, i) => s + (v - b[i]) ** 2, 0);

export function nearest(X: number[][], query: number[], k: number): number[] {
  if (X.length === 0) throw new RangeError('X is empty');
  if (!Number.isInteger(k) || k < 1 || k > X.length) throw new RangeError('k must be 1 … n');
  if (X.some(x => x.length !== query.length)) throw new TypeError('dimensions');
  return X.map((x, i) => ({ i, s: squared(x, query) }))
    .sort((a, b) => a.s - b.s || a.i - b.i)
    .slice(0, k)
    .map(({ i }) => i);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: Options,
): { labels: number[]; probabilities: number[][] } {
  const { k, classes, weights = 'uniform' } = options;
  if (X.length === 0 || !Number.isInteger(k) || k < 1) throw new RangeError('X or k');
  if (X.some(x => x.length !== X[0].length) || y.length !== X.length) throw new TypeError('shapes');
  if (y.some(c => c < 0 || c >= classes)) throw new RangeError('classes');
  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const q of queries) {
    const voters = nearest(X, q, k);
    const d = voters.map(i => Math.sqrt(squared(X[i], q)));
    const w = d.map(v => (weights === 'uniform' ? 1 : d[0] === 0 ? Number(v === 0) : 1 / v));
    const votes = new Map<number, number>();
    voters.forEach((row, j) => votes.set(y[row], (votes.get(y[row]) ?? 0) + w[j]));
    const sum = w.reduce((a, b) => a + b);
    // a Map keeps the order of insertion: the nearest voter's class first
    let best = -1;
    let most = -1;
    votes.forEach((v, c) => {
      if (v > most) [best, most] = [c, v];
    });
    labels.push(best);
    probabilities.push(Array.from({ length: classes }, (_, c) => (votes.get(c) ?? 0) / sum));
  }
  return { labels, probabilities };
}
