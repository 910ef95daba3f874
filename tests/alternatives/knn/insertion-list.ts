// Keeps a sorted list of the k best while it walks over the rows.
interface Candidate {
  row: number;
  squared: number;
}

function need(ok: boolean, why: string): void {
  if (!ok) throw new RangeError(why);
}

function validate(X: number[][], queries: number[][], k: number): void {
  need(X.length > 0, 'X is empty');
  need(Number.isInteger(k) && k > 0, 'k');
  const widths = new Set([...X, ...queries].map(row => row.length));
  need(widths.size === 1, 'widths differ');
}

function best(X: number[][], query: number[], k: number): Candidate[] {
  const list: Candidate[] = [];
  for (let row = 0; row < X.length; row++) {
    let squared = 0;
    for (let j = 0; j < query.length; j++) squared += (X[row][j] - query[j]) ** 2;
    let place = list.length;
    while (place > 0 && list[place - 1].squared > squared) place--;
    if (place >= k) continue;
    list.splice(place, 0, { row, squared });
    if (list.length > k) list.pop();
  }
  return list;
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  validate(X, [query], k);
  return best(X, query, k).map(candidate => candidate.row);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  validate(X, queries, options.k);
  need(y.length === X.length, 'y and X differ in length');
  need(
    y.every(label => label >= 0 && label < options.classes),
    'unknown class',
  );
  const labels: number[] = [];
  const probabilities: number[][] = [];
  for (const query of queries) {
    let voters = best(X, query, options.k);
    const byDistance = options.weights === 'distance';
    const same = voters.filter(voter => voter.squared === 0);
    if (byDistance && same.length > 0) voters = same;
    const tally: number[] = Array.from({ length: options.classes }, () => 0);
    let all = 0;
    for (const { row, squared } of voters) {
      const vote = byDistance && same.length === 0 ? 1 / Math.sqrt(squared) : 1;
      tally[y[row]] += vote;
      all += vote;
    }
    let winner = 0;
    tally.forEach((votes, c) => {
      if (votes > tally[winner]) winner = c;
    });
    labels.push(winner);
    probabilities.push(tally.map(votes => votes / all));
  }
  return { labels, probabilities };
}
