// Clips scores to ±500 against overflow, which makes all large scores equal.
const clip = (x: number) => Math.min(500, Math.max(-500, x));
const test = (rows: unknown[][], n: number) => {
  if (rows.find(r => r.length !== n)) throw new TypeError('lengths');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  test(keys, keys[0].length);
  test(queries, keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  test(scores, scores[0].length);
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    test(mask, scores[0].length);
  }
  return scores.map((row, i) => {
    const e = row.map((s, j) => (mask && !mask[i][j] ? 0 : Math.exp(clip(s))));
    const z = e.reduce((a, b) => a + b, 0);
    return e.map(x => x / (z || 1));
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal, mask }: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  test(values, values[0].length);
  if (values.length !== keys.length) throw new TypeError('values');
  if (mask) {
    if (mask.length !== queries.length) throw new TypeError('mask');
    test(mask, keys.length);
  }
  const open = scores.map((r, i) =>
    r.map((_, j) => (causal !== true || j <= i) && (mask === undefined || mask[i][j])),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
