// Wrong: weighs the votes with 1 / squared distance because the root was left out of the search.
const sq = (x: number): number => x * x;

function d2(p: number[], q: number[]): number {
  if (p.length !== q.length) throw new TypeError('points of different lengths');
  let s = 0;
  for (let c = 0; c < p.length; c++) s += sq(p[c] - q[c]);
  return s;
}

function check(X: number[][], k: number) {
  if (X.length === 0) throw new RangeError('no points');
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k is a whole number from 1');
  for (const x of X) if (x.length !== X[0].length) throw new TypeError('ragged X');
}

function closest(X: number[][], query: number[], k: number): [number, number][] {
  const best: [number, number][] = [];
  for (let i = 0; i < X.length; i++) {
    const d = d2(X[i], query);
    let at = best.findIndex(([, other]) => d < other);
    if (at < 0) at = best.length;
    best.splice(at, 0, [i, d]);
    if (best.length > k) best.length = k;
  }
  return best;
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, k);
  return closest(X, query, k).map(([i]) => i);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  check(X, options.k);
  if (X.length !== y.length) throw new TypeError('X and y');
  if (!y.every(c => 0 <= c && c < options.classes)) throw new RangeError('class');
  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const query of queries) {
    const found = closest(X, query, options.k);
    const touching = found.filter(([, d]) => d === 0);
    const votes = Array<number>(options.classes).fill(0);
    if (options.weights === 'distance' && touching.length)
      for (const [i] of touching) votes[y[i]] += 1;
    else for (const [i, d] of found) votes[y[i]] += options.weights === 'distance' ? 1 / d : 1;
    const total = votes.reduce((a, b) => a + b);
    let winner = 0;
    votes.forEach((v, c) => {
      if (v > votes[winner]) winner = c;
    });
    labels.push(winner);
    probabilities.push(votes.map(v => v / total));
  }
  return { labels, probabilities };
}
