// Four decimals are enough for anybody.
const round = (x: number) => Math.round(x * 1e4) / 1e4;
const w = (rows: unknown[][], n: number) => {
  for (const r of rows) if (r.length !== n) throw new TypeError('row');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  w(keys, keys[0].length);
  w(queries, keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  w(scores, scores[0].length);
  if (mask && mask.length !== scores.length) throw new TypeError('mask');
  if (mask) w(mask, scores[0].length);
  return scores.map((row, i) => {
    const s = row.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const top = Math.max(...s);
    if (top === -Infinity) return row.map(() => 0);
    const e = s.map(x => Math.exp(x - top));
    const z = e.reduce((a, b) => a + b, 0);
    return e.map(x => round(x / z));
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
  w(values, values[0].length);
  if (options.mask && options.mask.length !== queries.length) throw new TypeError('mask');
  if (options.mask) w(options.mask, keys.length);
  const weights = maskedSoftmax(
    scores,
    scores.map((r, i) =>
      r.map((_, j) => (!options.causal || j <= i) && (options.mask?.[i][j] ?? true)),
    ),
  );
  const output = weights.map(a =>
    values[0].map((_, t) => a.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
