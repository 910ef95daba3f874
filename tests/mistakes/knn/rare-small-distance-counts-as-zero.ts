// Wrong: treats distances below 1e-12 as zero, so data in tiny units get equal votes.
const EPS = 1e-12;

interface Voter {
  row: number;
  dist: number;
}

function voters(X: number[][], query: number[], k: number): Voter[] {
  if (X.length === 0) throw new RangeError('no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k');
  const list: Voter[] = [];
  X.forEach((x, row) => {
    if (x.length !== query.length) throw new TypeError('row ' + row);
    let s = 0;
    x.forEach((v, c) => (s += (v - query[c]) * (v - query[c])));
    list.push({ row, dist: Math.sqrt(s) });
  });
  list.sort((a, b) => a.dist - b.dist);
  return list.slice(0, k);
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  return voters(X, query, k).map(v => v.row);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  {
    k,
    classes,
    weights = 'uniform',
  }: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  if (y.length !== X.length) throw new TypeError('y');
  if (y.some(c => !(c >= 0 && c < classes))) throw new RangeError('y');
  if (X.length > 0)
    voters(X, X[0], k); // checks X and k even without queries
  else throw new RangeError('no rows');
  const result = { labels: [] as number[], probabilities: [] as number[][] };
  queries.forEach(query => {
    let chosen = voters(X, query, k);
    if (weights === 'distance') {
      const on = chosen.filter(v => v.dist < EPS);
      if (on.length > 0) chosen = on.map(v => ({ row: v.row, dist: 1 }));
    }
    const votes = new Array<number>(classes).fill(0);
    for (const v of chosen) votes[y[v.row]] += weights === 'distance' ? 1 / v.dist : 1;
    const sum = votes.reduce((a, b) => a + b, 0);
    result.labels.push(votes.indexOf(Math.max(...votes)));
    result.probabilities.push(votes.map(v => v / sum));
  });
  return result;
}
