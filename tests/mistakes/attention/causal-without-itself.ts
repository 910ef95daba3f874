// A query sees only what came before it, not its own position.
const assertShape = (rows: unknown[][], n: number | null, m: number) => {
  if (n !== null && rows.length !== n) throw new TypeError('rows');
  if (rows.some(row => row.length !== m)) throw new TypeError('columns');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (!keys.length) throw new RangeError('keys');
  assertShape(keys, null, keys[0].length);
  assertShape(queries, null, keys[0].length);
  return queries.map(a =>
    keys.map(b => a.reduce((s, x, i) => s + x * b[i], 0) / Math.sqrt(b.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j < i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  assertShape(scores, null, scores[0].length);
  if (mask) assertShape(mask, scores.length, scores[0].length);
  return scores.map((row, i) => {
    const open = row.map((_, j) => (mask ? mask[i][j] : true));
    const hi = row.reduce((h, s, j) => (open[j] && s > h ? s : h), -Infinity);
    const e = row.map((s, j) => (open[j] ? Math.exp(s - hi) : 0));
    const z = e.reduce((a, b) => a + b, 0) || 1;
    return e.map(x => x / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  assertShape(values, keys.length, values[0]?.length ?? 0);
  if (options.mask) assertShape(options.mask, queries.length, keys.length);
  let mask = options.mask;
  if (options.causal) {
    mask = causalMask(queries.length, keys.length).map((r, i) =>
      r.map((o, j) => o && (options.mask?.[i][j] ?? true)),
    );
  }
  const weights = maskedSoftmax(scores, mask);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
