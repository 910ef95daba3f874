// Reads the mask as PyTorch's MultiheadAttention does: true is blocked.
class Attention {
  constructor(readonly blocked: boolean[][] | null = null) {}
  static scores(queries: number[][], keys: number[][]) {
    if (keys.length === 0) throw new RangeError('no keys');
    const d = keys[0].length;
    if (queries.concat(keys).some(r => r.length !== d)) throw new TypeError('ragged');
    return queries.map(q => keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(d)));
  }
  static softmax(scores: number[][], blocked: boolean[][]) {
    return scores.map((row, i) => {
      const top = Math.max(...row.map((s, j) => (blocked[i][j] ? -Infinity : s)));
      const e = row.map((s, j) => (blocked[i][j] ? 0 : Math.exp(s - top)));
      const z = e.reduce((a, b) => a + b, 0);
      return e.map(x => (z === 0 ? 0 : x / z));
    });
  }
}
export const attentionScores = Attention.scores;
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j > i));
}
const none = (S: number[][]) => S.map(r => r.map(() => false));
const shaped = (mask: boolean[][], n: number, m: number) => {
  if (mask.length !== n || mask.some(r => r.length !== m)) throw new TypeError('mask');
};
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  if (scores.some(r => r.length !== scores[0].length)) throw new TypeError('ragged');
  if (mask) shaped(mask, scores.length, scores[0].length);
  return Attention.softmax(scores, mask ?? none(scores));
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const S = Attention.scores(queries, keys);
  if (values.length !== keys.length || values.some(v => v.length !== values[0].length))
    throw new TypeError('v');
  if (options.mask) shaped(options.mask, queries.length, keys.length);
  const blocked = none(S).map((r, i) =>
    r.map((_, j) => !!options.mask?.[i][j] || (!!options.causal && j > i)),
  );
  const weights = Attention.softmax(S, blocked);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
