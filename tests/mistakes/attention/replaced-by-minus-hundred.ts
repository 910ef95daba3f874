// Writes −100 in place of a blocked score. Where all others are below that, the blocked one wins.
export const attentionScores = (queries: number[][], keys: number[][]): number[][] => {
  if (keys.length === 0) throw new RangeError('K');
  if ([...queries, ...keys].some(r => r.length !== keys[0].length)) throw new TypeError('QK');
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, t) => s + x * k[t], 0) / Math.sqrt(k.length)),
  );
};
export const causalMask = (n: number, m: number): boolean[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
const fits = (mask: boolean[][] | undefined, n: number, m: number) => {
  if (mask && (mask.length !== n || mask.some(r => r.length !== m))) throw new TypeError('mask');
};
export const maskedSoftmax = (scores: number[][], mask?: boolean[][]): number[][] => {
  if (scores.some(r => r.length !== scores[0].length)) throw new TypeError('S');
  fits(mask, scores.length, scores[0].length);
  return scores.map((row, i) => {
    const open = mask ? mask[i] : row.map(() => true);
    if (!open.includes(true)) return row.map(() => 0);
    const filled = row.map((s, j) => (open[j] ? s : -100));
    const top = filled.reduce((a, b) => (b > a ? b : a));
    const powers = filled.map(s => Math.exp(s - top));
    const total = powers.reduce((a, b) => a + b);
    return powers.map(p => p / total);
  });
};
export const attention = (
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) => {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length || values.some(v => v.length !== values[0].length))
    throw new TypeError('V');
  fits(options.mask, queries.length, keys.length);
  const past = options.causal ? causalMask(queries.length, keys.length) : null;
  const open = scores.map((r, i) =>
    r.map((_, j) => (past?.[i][j] ?? true) && (options.mask?.[i][j] ?? true)),
  );
  const weights = maskedSoftmax(scores, open);
  return {
    output: weights.map(w =>
      values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
    ),
    weights,
  };
};
