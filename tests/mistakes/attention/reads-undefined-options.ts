// Asks whether an option is there, not whether it is undefined.
const even = (rows: unknown[][], n: number) => {
  if (rows.some(r => r.length !== n)) throw new TypeError('uneven');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  even(keys.concat(queries), keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  even(scores, scores[0].length);
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    even(mask, scores[0].length);
  }
  return scores.map((row, i) => {
    const open = (j: number) => (mask ? mask[i][j] : true);
    const top = Math.max(...row.filter((_, j) => open(j)));
    const e = row.map((s, j) => (open(j) ? Math.exp(s - top) : 0));
    const z = e.reduce((a, b) => a + b, 0);
    return z === 0 ? e : e.map(x => x / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  even(values, values[0].length);
  if (values.length !== keys.length) throw new TypeError('values');
  let open = scores.map(r => r.map(() => true));
  if ('causal' in options && options.causal !== false)
    open = causalMask(queries.length, keys.length);
  if (options.mask) {
    const { mask } = options;
    if (mask.length !== queries.length) throw new TypeError('mask');
    even(mask, keys.length);
    open = open.map((r, i) => r.map((o, j) => o && mask[i][j]));
  }
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
