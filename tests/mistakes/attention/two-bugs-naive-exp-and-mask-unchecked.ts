// Two mistakes: powers that overflow, and masks of any shape.
const dotted = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  const d = keys[0].length;
  if (keys.some(k => k.length !== d) || queries.some(q => q.length !== d)) throw new TypeError('d');
  return queries.map(q => keys.map(k => dotted(q, k) / Math.sqrt(d)));
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  if (scores.some(r => r.length !== scores[0].length)) throw new TypeError('scores');
  return scores.map((row, i) => {
    const e = row.map((s, j) => (mask?.[i]?.[j] === false ? 0 : Math.exp(s)));
    const z = e.reduce((a, b) => a + b, 0);
    return z > 0 ? e.map(x => x / z) : e;
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  if (values.length !== keys.length || values.some(v => v.length !== values[0].length))
    throw new TypeError('v');
  const scores = attentionScores(queries, keys);
  const open = scores.map((r, i) =>
    r.map((_, j) => !(options.causal && j > i) && options.mask?.[i]?.[j] !== false),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, t) =>
      dotted(
        w,
        values.map(v => v[t]),
      ),
    ),
  );
  return { output, weights };
}
