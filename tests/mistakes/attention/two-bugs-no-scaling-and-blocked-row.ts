// Two mistakes: no division by √d, and NaN in a row where every key is blocked.
const mat = (A: number[][], B: number[][]) =>
  A.map(a => B[0].map((_, j) => a.reduce((s, x, k) => s + x * B[k][j], 0)));
const flip = (A: number[][]) => A[0].map((_, j) => A.map(r => r[j]));
const regular = (A: unknown[][], w: number) => {
  if (A.some(r => r.length !== w)) throw new TypeError('irregular');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  regular(keys, keys[0].length);
  regular(queries, keys[0].length);
  return mat(queries, flip(keys));
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  regular(scores, scores[0].length);
  if (mask && mask.length !== scores.length) throw new TypeError('mask');
  if (mask) regular(mask, scores[0].length);
  return scores.map((r, i) => {
    const s = r.map((x, j) => (mask && !mask[i][j] ? Number.NEGATIVE_INFINITY : x));
    const top = Math.max(...s);
    const e = s.map(x => Math.exp(x - top));
    const z = e.reduce((a, b) => a + b);
    return e.map(x => x / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal, mask }: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  regular(values, values[0].length);
  if (values.length !== keys.length) throw new TypeError('values');
  if (mask && mask.length !== queries.length) throw new TypeError('mask');
  if (mask) regular(mask, keys.length);
  const past = causalMask(queries.length, keys.length);
  const weights = maskedSoftmax(
    scores,
    past.map((r, i) => r.map((p, j) => (causal ? p : true) && (mask ? mask[i][j] : true))),
  );
  return { output: mat(weights, values), weights };
}
