// Wrong: where voters are at distance 0, only the first of them votes, so that a duplicate of another class has no say.
type Neighbour = { index: number; distance: number };

function* measured(X: number[][], query: number[]): Generator<Neighbour> {
  for (const [index, row] of X.entries()) {
    if (row.length !== query.length) throw new TypeError('row and query of different lengths');
    let sum = 0;
    for (const [c, v] of row.entries()) sum += (v - query[c]) ** 2;
    yield { index, distance: Math.sqrt(sum) };
  }
}

const ascending = (a: Neighbour, b: Neighbour) => a.distance - b.distance || a.index - b.index;

function neighbours(X: number[][], query: number[], k: number): Neighbour[] {
  return [...measured(X, query)].sort(ascending).slice(0, k);
}

function valid(X: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X must have rows');
  if (k < 1 || k !== Math.round(k)) throw new RangeError('k must be whole and positive');
  if (new Set(X.map(row => row.length)).size !== 1)
    throw new TypeError('rows of X differ in length');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  valid(X, k);
  return neighbours(X, query, k).map(n => n.index);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  valid(X, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => c < 0) || y.some(c => c >= options.classes)) throw new RangeError('y');
  const oneHot = (label: number) =>
    Array.from({ length: options.classes }, (_, c) => (c === label ? 1 : 0));
  const probabilities = queries.map(query => {
    const list = neighbours(X, query, options.k);
    if (options.weights === 'distance' && list[0].distance === 0) return oneHot(y[list[0].index]);
    const weighted = list.map(n => ({
      label: y[n.index],
      w: options.weights === 'distance' ? 1 / n.distance : 1,
    }));
    const sum = weighted.reduce((s, v) => s + v.w, 0);
    return oneHot(-1).map(
      (_, c) => weighted.filter(v => v.label === c).reduce((s, v) => s + v.w, 0) / sum,
    );
  });
  return { probabilities, labels: probabilities.map(p => p.indexOf(Math.max(...p))) };
}
