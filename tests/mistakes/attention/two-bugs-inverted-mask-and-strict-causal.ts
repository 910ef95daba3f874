// Two mistakes: true blocks in maskedSoftmax, and the causal rule leaves out the diagonal.
export function attentionScores(queries: number[][], keys: number[][]) {
  if (!keys.length) throw new RangeError('keys');
  if ([...queries, ...keys].some(r => r.length !== keys[0].length)) throw new TypeError('rows');
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j >= i));
}
const okMask = (mask: boolean[][], n: number, m: number) => {
  if (mask.length !== n || mask.some(r => r.length !== m)) throw new TypeError('mask');
};
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  if (scores.some(r => r.length !== scores[0].length)) throw new TypeError('scores');
  if (mask) okMask(mask, scores.length, scores[0].length);
  return scores.map((row, i) => {
    const s = row.map((x, j) => (mask?.[i][j] ? -Infinity : x));
    const top = Math.max(...s);
    if (top === -Infinity) return row.map(() => 0);
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
  if (values.length !== keys.length || values.some(v => v.length !== values[0].length))
    throw new TypeError('v');
  if (options.mask) okMask(options.mask, queries.length, keys.length);
  const shut = causalMask(queries.length, keys.length).map((r, i) =>
    r.map((c, j) => (!!options.causal && c) || !!options.mask?.[i][j]),
  );
  const weights = maskedSoftmax(scores, shut);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
