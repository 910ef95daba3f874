// Two mistakes: the causal mask is n by n whatever m is, and blocked rows share one array of zeros.
const ZEROS = new Map<number, number[]>();
const zeros = (m: number): number[] => {
  if (!ZEROS.has(m)) ZEROS.set(m, new Array(m).fill(0));
  return ZEROS.get(m)!;
};
const wide = (rows: unknown[][], m: number) => {
  if (rows.some(r => r.length !== m)) throw new TypeError('wide');
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  wide(keys, keys[0].length);
  wide(queries, keys[0].length);
  return queries.map(q =>
    keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)),
  );
}
export function causalMask(n: number, _m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  wide(scores, scores[0].length);
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    wide(mask, scores[0].length);
  }
  return scores.map((row, i) => {
    if (mask && mask[i].indexOf(true) < 0) return zeros(row.length);
    const s = row.map((x, j) => (mask && !mask[i][j] ? -Infinity : x));
    const top = Math.max(...s);
    const e = s.map(x => Math.exp(x - top));
    const z = e.reduce((a, b) => a + b, 0);
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
  if (values.length !== keys.length) throw new TypeError('values');
  wide(values, values[0].length);
  if (options.mask) {
    if (options.mask.length !== queries.length) throw new TypeError('mask');
    wide(options.mask, keys.length);
  }
  const past = causalMask(queries.length, keys.length);
  const open = scores.map((r, i) =>
    r.map((_, j) => (!options.causal || (past[i][j] ?? false)) && (options.mask?.[i][j] ?? true)),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
