// Blocks after the softmax; what is left of a row adds up to less than 1.
function rows(table: unknown[][], width: number, name: string) {
  for (let i = 0; i < table.length; i++) {
    if (table[i].length !== width) throw new TypeError(`${name}[${i}]`);
  }
}
function plain(row: number[]) {
  const m = row.reduce((a, b) => Math.max(a, b), -Infinity);
  const e = row.map(x => Math.exp(x - m));
  const t = e.reduce((a, b) => a + b, 0);
  return e.map(x => x / t);
}
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('keys');
  rows(keys, keys[0].length, 'keys');
  rows(queries, keys[0].length, 'queries');
  const root = Math.sqrt(keys[0].length);
  return queries.map(q => keys.map(k => k.reduce((s, x, i) => s + (x * q[i]) / root, 0)));
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  rows(scores, scores[0].length, 'scores');
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    rows(mask, scores[0].length, 'mask');
  }
  return scores.map((row, i) => plain(row).map((w, j) => (mask && !mask[i][j] ? 0 : w)));
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const weights = attentionScores(queries, keys).map(plain);
  rows(values, values[0].length, 'values');
  if (values.length !== keys.length) throw new TypeError('values');
  if (options.mask) {
    if (options.mask.length !== queries.length) throw new TypeError('mask');
    rows(options.mask, keys.length, 'mask');
  }
  for (let i = 0; i < queries.length; i++) {
    for (let j = 0; j < keys.length; j++) {
      if ((options.causal && j > i) || options.mask?.[i][j] === false) weights[i][j] = 0;
    }
  }
  const output = weights.map(w =>
    values[0].map((_, c) => w.reduce((s, x, j) => s + x * values[j][c], 0)),
  );
  return { output, weights };
}
