// Number.MIN_VALUE is the smallest positive number, so rows of very negative scores underflow.
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  guardKeys(queries, keys);
  return queries.map(q =>
    keys.map(k => q.reduce((acc, x, i) => acc + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
function guardKeys(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('no keys');
  const d = keys[0].length;
  if (!keys.every(k => k.length === d) || !queries.every(q => q.length === d))
    throw new TypeError('d');
}
function guardMask(mask: boolean[][] | undefined, n: number, m: number) {
  if (!mask) return;
  if (mask.length !== n || !mask.every(r => r.length === m)) throw new TypeError('mask');
}
export function causalMask(n: number, m: number): boolean[][] {
  const mask = [];
  for (let i = 0; i < n; i++) mask.push([...Array(m)].map((_, j) => j <= i));
  return mask;
}
function softmaxRow(row: number[], open: boolean[]): number[] {
  let max = Number.MIN_VALUE;
  for (let j = 0; j < row.length; j++) if (open[j] && row[j] > max) max = row[j];
  const exps = row.map((x, j) => (open[j] ? Math.exp(x - max) : 0));
  const sum = exps.reduce((a, b) => a + b, 0);
  return open.includes(true) ? exps.map(e => e / sum) : exps;
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const m = scores[0].length;
  if (!scores.every(r => r.length === m)) throw new TypeError('scores');
  guardMask(mask, scores.length, m);
  return scores.map((r, i) => softmaxRow(r, mask ? mask[i] : r.map(() => true)));
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal, mask }: { causal?: boolean; mask?: boolean[][] } = {},
) {
  guardKeys(queries, keys);
  guardMask(mask, queries.length, keys.length);
  if (values.length !== keys.length || !values.every(v => v.length === values[0].length)) {
    throw new TypeError('values');
  }
  const weights = attentionScores(queries, keys).map((row, i) =>
    softmaxRow(
      row,
      row.map((_, j) => (!mask || mask[i][j]) && !(causal && j > i)),
    ),
  );
  const output = weights.map(w => {
    const o: number[] = [];
    for (let t = 0; t < values[0].length; t++)
      o.push(w.reduce((s, x, j) => s + x * values[j][t], 0));
    return o;
  });
  return { output, weights };
}
