// Lets the highest class win a tie of votes.
function check(X: number[][], queries: number[][], k: number): void {
  if (X.length === 0) throw new RangeError('X has no rows');
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`k is ${k}`);
  const width = X[0].length;
  if (X.some(row => row.length !== width)) throw new TypeError('rows of X differ in length');
  if (queries.some(row => row.length !== width)) throw new TypeError('queries do not fit X');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  check(X, [query], k);
  const d = X.map(x => Math.hypot(...x.map((v, j) => v - query[j])));
  return d
    .map((_, i) => i)
    .sort((a, b) => d[a] - d[b])
    .slice(0, k);
}
export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  check(X, queries, options.k);
  if (X.length !== y.length) throw new TypeError('y');
  for (const c of y) if (!(c >= 0 && c < options.classes)) throw new RangeError('y');
  const answers = queries.map(query => {
    const rows = nearest(X, query, options.k);
    const d = rows.map(i => Math.hypot(...X[i].map((v, j) => v - query[j])));
    const some = d.includes(0);
    const w = d.map(v => (options.weights === 'distance' ? (some ? Number(v === 0) : 1 / v) : 1));
    const votes: number[] = [];
    for (let c = 0; c < options.classes; c++)
      votes.push(rows.reduce((s, i, r) => (y[i] === c ? s + w[r] : s), 0));
    let label = 0;
    for (let c = 0; c < votes.length; c++) if (votes[c] >= votes[label]) label = c;
    const all = votes.reduce((a, b) => a + b, 0);
    return { label, p: votes.map(v => v / all) };
  });
  return { labels: answers.map(a => a.label), probabilities: answers.map(a => a.p) };
}
