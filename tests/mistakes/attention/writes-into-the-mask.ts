// Saves an array by writing the causal part into the mask that it was given.
const fail = (why: string): never => {
  throw new TypeError(why);
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('0 keys');
  const d = keys[0].length;
  for (const r of [...queries, ...keys]) if (r.length !== d) fail('rows');
  return queries.map(q => keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(d)));
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  for (const r of scores) if (r.length !== scores[0].length) fail('scores');
  if (mask) {
    if (mask.length !== scores.length) fail('mask');
    for (const r of mask) if (r.length !== scores[0].length) fail('mask');
  }
  return scores.map((row, i) => {
    let top = -Infinity;
    row.forEach((s, j) => {
      if (mask?.[i][j] ?? true) top = Math.max(top, s);
    });
    let z = 0;
    const w = row.map((s, j) => {
      const p = (mask?.[i][j] ?? true) ? Math.exp(s - top) : 0;
      z += p;
      return p;
    });
    return z > 0 ? w.map(p => p / z) : w;
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) fail('values');
  for (const v of values) if (v.length !== values[0].length) fail('values');
  const mask = options.mask ?? scores.map(r => r.map(() => true));
  if (mask.length !== queries.length) fail('mask');
  for (const r of mask) if (r.length !== keys.length) fail('mask');
  if (options.causal) {
    for (let i = 0; i < queries.length; i++) mask[i].fill(false, i + 1);
  }
  const weights = maskedSoftmax(scores, mask);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
