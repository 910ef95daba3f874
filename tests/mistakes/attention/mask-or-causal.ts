// Opens a key where either of the two leaves it open.
interface Options {
  causal?: boolean;
  mask?: boolean[][];
}
const sum = (xs: number[]) => xs.reduce((a, b) => a + b, 0);
const mustBe = (rows: unknown[][], w: number) => {
  if (rows.some(r => r.length !== w)) throw new TypeError('row length');
};
export const attentionScores = (queries: number[][], keys: number[][]) => {
  if (keys.length === 0) throw new RangeError('no keys');
  mustBe([...keys, ...queries], keys[0].length);
  return queries.map(q => keys.map(k => sum(q.map((x, i) => x * k[i])) / Math.sqrt(q.length)));
};
export const causalMask = (n: number, m: number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
export const maskedSoftmax = (scores: number[][], mask?: boolean[][]) => {
  mustBe(scores, scores[0].length);
  if (mask && mask.length !== scores.length) throw new TypeError('mask');
  if (mask) mustBe(mask, scores[0].length);
  return scores.map((row, i) => {
    const open = (j: number) => !mask || mask[i][j];
    const top = Math.max(...row.filter((_, j) => open(j)));
    const p = row.map((s, j) => (open(j) ? Math.exp(s - top) : 0));
    const z = sum(p);
    return p.map(x => (z ? x / z : 0));
  });
};
export const attention = (
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: Options = {},
) => {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values');
  mustBe(values, values[0].length);
  if (options.mask && options.mask.length !== queries.length) throw new TypeError('mask');
  if (options.mask) mustBe(options.mask, keys.length);
  const tables: boolean[][][] = [];
  if (options.mask) tables.push(options.mask);
  if (options.causal) tables.push(causalMask(queries.length, keys.length));
  const open = scores.map((r, i) =>
    r.map((_, j) => tables.length === 0 || tables.some(t => t[i][j])),
  );
  const weights = maskedSoftmax(scores, open);
  return {
    output: weights.map(w => values[0].map((_, t) => sum(w.map((x, j) => x * values[j][t])))),
    weights,
  };
};
