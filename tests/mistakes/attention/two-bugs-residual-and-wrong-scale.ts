// Two mistakes: scales by the width of the values, and adds the query to its answer.
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  for (const r of [...keys, ...queries]) if (r.length !== keys[0].length) throw new TypeError('r');
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(q.length)),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  for (const r of scores) if (r.length !== scores[0].length) throw new TypeError('s');
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('m');
    for (const r of mask) if (r.length !== scores[0].length) throw new TypeError('m');
  }
  return scores.map((row, i) => {
    const s = row.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const top = Math.max(...s);
    if (top === -Infinity) return row.map(() => 0);
    const e = s.map(x => Math.exp(x - top));
    return e.map(x => x / e.reduce((a, b) => a + b));
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const raw = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('v');
  for (const v of values) if (v.length !== values[0].length) throw new TypeError('v');
  const m = options.mask;
  if (m && (m.length !== queries.length || m.some(r => r.length !== keys.length)))
    throw new TypeError('m');
  const scores = raw.map(r =>
    r.map(x => (x * Math.sqrt(keys[0].length)) / Math.sqrt(values[0].length)),
  );
  const weights = maskedSoftmax(
    scores,
    scores.map((r, i) => r.map((_, j) => (!options.causal || j <= i) && (!m || m[i][j]))),
  );
  const output = weights.map((w, i) =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], queries[i][t] ?? 0)),
  );
  return { output, weights };
}
