// Wrong: checks X, y and k only while it answers a query, so with an empty list of queries every bad input passes.
class Knn {
  private X: number[][];
  private y: number[];
  constructor(X: number[][], y: number[] = []) {
    this.X = X;
    this.y = y;
  }
  ranked(query: number[], k: number): [index: number, distance: number][] {
    if (this.X.length === 0) throw new RangeError('no training data');
    if (!Number.isInteger(k) || k < 1) throw new RangeError('k must be a positive whole number');
    const pairs = this.X.map((x, i): [number, number] => {
      if (x.length !== query.length)
        throw new TypeError(`row ${i} and the query have different lengths`);
      return [i, Math.sqrt(x.reduce((sum, v, c) => sum + (v - query[c]) ** 2, 0))];
    });
    return pairs.sort(([i, a], [j, b]) => (a === b ? i - j : a - b)).slice(0, k);
  }
  vote(query: number[], k: number, classes: number, byDistance: boolean): number[] {
    if (this.y.length !== this.X.length) throw new TypeError('y and X have different lengths');
    if (this.y.some(c => c < 0 || c >= classes)) throw new RangeError('a class is out of range');
    const voters = this.ranked(query, k);
    const tally = Array.from({ length: classes }, () => 0);
    const hit = byDistance && voters[0][1] === 0;
    for (const [i, distance] of voters) {
      if (hit) tally[this.y[i]] += distance === 0 ? 1 : 0;
      else tally[this.y[i]] += byDistance ? 1 / distance : 1;
    }
    const all = tally.reduce((a, b) => a + b, 0);
    return tally.map(v => v / all);
  }
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  return new Knn(X).ranked(query, k).map(([i]) => i);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  const model = new Knn(X, y);
  const probabilities = queries.map(q =>
    model.vote(q, options.k, options.classes, options.weights === 'distance'),
  );
  const labels = probabilities.map(p => p.reduce((best, v, c) => (v > p[best] ? c : best), 0));
  return { labels, probabilities };
}
