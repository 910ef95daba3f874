// −Infinity everywhere: the largest is −Infinity, and −Infinity − (−Infinity) is NaN.
const width = (t: unknown[][], w: number) => t.every(r => r.length === w);
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  if (!width(keys, keys[0].length) || !width(queries, keys[0].length)) throw new TypeError('width');
  return queries.map(q =>
    keys.map(k => q.reduce((a, x, i) => a + x * k[i], 0) / Math.sqrt(q.length)),
  );
}
export function causalMask(n: number, m: number) {
  const out = Array.from({ length: n }, () => Array.from({ length: m }, () => true));
  for (let i = 0; i < n; i++) for (let j = i + 1; j < m; j++) out[i][j] = false;
  return out;
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  if (!width(scores, scores[0].length)) throw new TypeError('scores');
  if (mask && (mask.length !== scores.length || !width(mask, scores[0].length)))
    throw new TypeError('mask');
  return scores.map((r, i) => {
    const s = r.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const hi = Math.max(...s);
    const e = s.map(x => Math.exp(x - hi));
    return e.map(x => x / e.reduce((a, b) => a + b, 0));
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal = false, mask }: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length || !width(values, values[0].length))
    throw new TypeError('values');
  if (mask && (mask.length !== queries.length || !width(mask, keys.length)))
    throw new TypeError('mask');
  const past = causalMask(queries.length, keys.length);
  const both = past.map((r, i) => r.map((p, j) => (p || !causal) && (mask?.[i][j] ?? true)));
  const weights = maskedSoftmax(scores, both);
  const output = weights.map(w =>
    values[0].map((_, c) => w.reduce((a, x, j) => a + x * values[j][c], 0)),
  );
  return { output, weights };
}
