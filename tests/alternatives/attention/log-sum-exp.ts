/* Works with logarithms: weight = exp(score − logsumexp of the open scores). */

const assert = (fact: boolean, complaint: string, Kind: ErrorConstructor = TypeError): void => {
  if (!fact) throw new Kind(complaint);
};

const isTable = (table: unknown[][], columns: number): boolean =>
  table.every(row => row.length === columns);

function logSumExp(xs: number[]): number {
  const [head, ...tail] = [...xs].sort((a, b) => b - a);
  return head + Math.log1p(tail.reduce((sum, x) => sum + Math.exp(x - head), 0));
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  assert(keys.length > 0, 'attentionScores needs keys', RangeError);
  const { length: d } = keys[0];
  assert(isTable(keys, d), 'keys of different lengths');
  assert(isTable(queries, d), 'queries of another length');
  // (|q + k|² − |q − k|²) / 4 = q · k
  const squared = (q: number[], k: number[], sign: number) =>
    q.map((x, t) => (x + sign * k[t]) ** 2).reduce((a, b) => a + b, 0);
  return queries.map(q => keys.map(k => (squared(q, k, 1) - squared(q, k, -1)) / 4 / d ** 0.5));
}

export function causalMask(n: number, m: number): boolean[][] {
  const rows = new Array<boolean[]>(n);
  for (let i = 0; i < n; i += 1) {
    const seen = Math.min(m, i + 1);
    rows[i] = Array<boolean>(seen)
      .fill(true)
      .concat(Array<boolean>(m - seen).fill(false));
  }
  return rows;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const columns = scores[0]?.length ?? 0;
  assert(isTable(scores, columns), 'ragged scores');
  const open = mask ?? scores.map(row => row.map(() => true));
  assert(open.length === scores.length && isTable(open, columns), 'the mask does not fit');
  return scores.map((row, i) => {
    const chosen = row.filter((_, j) => open[i][j]);
    if (chosen.length === 0) return row.map(() => 0);
    const total = logSumExp(chosen);
    return row.map((score, j) => (open[i][j] ? Math.exp(score - total) : 0));
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } | undefined = {},
) {
  const scores = attentionScores(queries, keys);
  assert(values.length === keys.length, 'one value per key');
  assert(isTable(values, values[0].length), 'ragged values');
  const given = options.mask ?? scores.map(row => row.map(() => true));
  assert(given.length === queries.length && isTable(given, keys.length), 'the mask does not fit');
  const past = causalMask(queries.length, options.causal ? keys.length : 0);
  const open = given.map((row, i) => row.map((yes, j) => yes && (past[i][j] ?? true)));
  const weights = maskedSoftmax(scores, open);
  const columns = values[0].map((_, t) => values.map(value => value[t]));
  const output = weights.map(row =>
    columns.map(column => row.map((w, j) => w * column[j]).reduce((a, b) => a + b, 0)),
  );
  return { output, weights };
}
