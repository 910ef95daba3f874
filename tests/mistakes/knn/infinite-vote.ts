// Divides by a distance of 0; Infinity / Infinity is not a number.
interface Options {
  k: number;
  classes: number;
  weights?: 'uniform' | 'distance';
}
const distance = (a: number[], b: number[]): number =>
  Math.sqrt(a.reduce((s, v, j) => s + (v - b[j]) ** 2, 0));
const sameWidth = (rows: number[][], d: number) => {
  rows.forEach(row => {
    if (row.length !== d) throw new TypeError('width');
  });
};
export const nearest = (X: number[][], query: number[], k: number): number[] => {
  if (X.length < 1) throw new RangeError('rows');
  if (!(k >= 1) || !Number.isInteger(k)) throw new RangeError('k');
  sameWidth(X, query.length);
  return X.map((x, i) => [distance(x, query), i])
    .sort(([a], [b]) => a - b)
    .slice(0, k)
    .map(([, i]) => i);
};
export const predict = (
  X: number[][],
  y: number[],
  queries: number[][],
  { k, classes, weights = 'uniform' }: Options,
) => {
  if (X.length < 1) throw new RangeError('rows');
  if (!(k >= 1) || !Number.isInteger(k)) throw new RangeError('k');
  sameWidth([...X, ...queries], X[0].length);
  if (y.length !== X.length) throw new TypeError('y');
  if (!y.every(c => 0 <= c && c < classes)) throw new RangeError('class');
  const probabilities = queries.map(q => {
    const votes = Array<number>(classes).fill(0);
    for (const i of nearest(X, q, k))
      votes[y[i]] += weights === 'uniform' ? 1 : 1 / distance(X[i], q);
    const all = votes.reduce((a, b) => a + b, 0);
    return votes.map(v => v / all);
  });
  return { probabilities, labels: probabilities.map(p => p.indexOf(Math.max(...p))) };
};
