// Reads d entries of every value, whatever its length.
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('attentionScores');
  const d = keys[0].length;
  if (keys.some(k => k.length !== d)) throw new TypeError('keys');
  if (queries.some(q => q.length !== d)) throw new TypeError('queries');
  const s = queries.map(() => keys.map(() => 0));
  for (let i = 0; i < queries.length; i++)
    for (let j = 0; j < keys.length; j++) {
      for (let t = 0; t < d; t++) s[i][j] += queries[i][t] * keys[j][t];
      s[i][j] /= Math.sqrt(d);
    }
  return s;
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  if (scores.some(r => r.length !== scores[0].length)) throw new TypeError('scores');
  if (mask && (mask.length !== scores.length || mask.some(r => r.length !== scores[0].length)))
    throw new TypeError('mask');
  return scores.map((row, i) => {
    const visible = row.filter((_, j) => !mask || mask[i][j]);
    if (visible.length === 0) return row.map(() => 0);
    const shift = Math.max(...visible);
    const norm = visible.reduce((z, s) => z + Math.exp(s - shift), 0);
    return row.map((s, j) => (!mask || mask[i][j] ? Math.exp(s - shift) / norm : 0));
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length || values.some(v => v.length !== values[0].length))
    throw new TypeError('v');
  const { mask, causal } = options;
  if (mask && (mask.length !== queries.length || mask.some(r => r.length !== keys.length)))
    throw new TypeError('mask');
  const weights = maskedSoftmax(
    scores,
    scores.map((r, i) => r.map((_, j) => (!mask || mask[i][j]) && (!causal || j <= i))),
  );
  const output = weights.map(() => keys[0].map(() => 0));
  weights.forEach((w, i) => {
    w.forEach((x, j) => {
      for (let t = 0; t < keys[0].length; t++) output[i][t] += x * (values[j][t] ?? 0);
    });
  });
  return { output, weights };
}
