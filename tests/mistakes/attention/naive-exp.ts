// exp straight away: large scores overflow, small ones all become 0.
const dot = (a: number[], b: number[]) => a.map((x, i) => x * b[i]).reduce((p, q) => p + q, 0);
const check = (rows: unknown[][], n: number, msg: string) =>
  rows.forEach(r => {
    if (r.length !== n) throw new TypeError(msg);
  });
export function attentionScores(queries: number[][], keys: number[][]) {
  if (!keys[0]) throw new RangeError('keys');
  check(keys, keys[0].length, 'keys');
  check(queries, keys[0].length, 'queries');
  return queries.map(q => keys.map(k => dot(q, k) / Math.sqrt(q.length)));
}
export function causalMask(n: number, m: number) {
  return [...new Array(n)].map((_, row) => [...new Array(m)].map((_, col) => col <= row));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  check(scores, scores[0].length, 'scores');
  if (mask) {
    if (mask.length !== scores.length) throw new TypeError('mask');
    check(mask, scores[0].length, 'mask');
  }
  return scores.map((row, i) => {
    const e = row.map((s, j) => (!mask || mask[i][j] ? Math.exp(s) : 0));
    const sum = e.reduce((a, b) => a + b, 0);
    return sum === 0 ? e : e.map(x => x / sum);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
) {
  const { causal = false, mask } = options ?? {};
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values');
  check(values, values[0].length, 'values');
  if (mask) {
    if (mask.length !== queries.length) throw new TypeError('mask');
    check(mask, keys.length, 'mask');
  }
  const both = scores.map((r, i) =>
    r.map((_, j) => (mask ? mask[i][j] : true) && (causal ? j <= i : true)),
  );
  const weights = maskedSoftmax(scores, both);
  const output = weights.map(w =>
    values[0].map((_, k) =>
      dot(
        w,
        values.map(v => v[k]),
      ),
    ),
  );
  return { output, weights };
}
