// Compares the first rows only; a short row further down goes through.
const cols = (rows: unknown[][]) => rows[0]?.length ?? 0;
const match = (a: number, b: number, what: string) => {
  if (a !== b) throw new TypeError(`${what}: ${a} and ${b}`);
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  match(cols(queries), cols(keys), 'queries and keys');
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(cols(keys))),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  if (mask) {
    match(mask.length, scores.length, 'mask and scores');
    match(cols(mask), cols(scores), 'mask and scores');
  }
  return scores.map((row, i) => {
    const s = row.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const top = Math.max(...s);
    if (top === -Infinity) return row.map(() => 0);
    const e = s.map(x => Math.exp(x - top));
    const z = e.reduce((a, b) => a + b, 0);
    return e.map(x => x / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal, mask }: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  match(values.length, keys.length, 'values and keys');
  if (mask) {
    match(mask.length, queries.length, 'mask and queries');
    match(cols(mask), keys.length, 'mask and keys');
  }
  const weights = maskedSoftmax(
    scores,
    scores.map((r, i) => r.map((_, j) => (!causal || j <= i) && (!mask || mask[i][j]))),
  );
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
