// Takes the maximum before it masks; where the maximum is blocked and far ahead, nothing is left.
type Opts = { causal?: boolean; mask?: boolean[][] };
const same = (rows: unknown[][], w: number): void => {
  if (rows.some(({ length }) => length !== w)) throw new TypeError(`rows of ${w} wanted`);
};
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('keys wanted');
  same(keys, keys[0].length);
  same(queries, keys[0].length);
  const s = 1 / Math.sqrt(keys[0].length);
  return queries.map(q => keys.map(k => s * k.reduce((z, x, i) => z + x * q[i], 0)));
}
export const causalMask = (n: number, m: number): boolean[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => i >= j));
const normal = (row: number[], ok: (j: number) => boolean): number[] => {
  const shifted = row.map(x => Math.exp(x - Math.max(...row)));
  const kept = shifted.map((x, j) => (ok(j) ? x : 0));
  const sum = kept.reduce((a, b) => a + b, 0);
  return sum > 0 ? kept.map(x => x / sum) : kept;
};
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  same(scores, scores[0].length);
  if (mask !== undefined) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    same(mask, scores[0].length);
  }
  return scores.map((row, i) => normal(row, j => (mask === undefined ? true : mask[i][j])));
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: Opts,
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values');
  same(values, values[0].length);
  const mask = options?.mask;
  if (mask) {
    if (mask.length !== queries.length) throw new TypeError('mask');
    same(mask, keys.length);
  }
  const weights = scores.map((row, i) =>
    normal(row, j => !(options?.causal && j > i) && !(mask && !mask[i][j])),
  );
  const output = weights.map(w =>
    values[0].map((_, c) => values.reduce((sum, v, j) => sum + w[j] * v[c], 0)),
  );
  return { output, weights };
}
