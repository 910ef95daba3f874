// Divides by d itself.
const dims = (A: unknown[][], what: string): number => {
  const c = A[0]?.length ?? 0;
  if (A.some(r => r.length !== c)) throw new TypeError(what);
  return c;
};
const T = (A: number[][]) => A[0].map((_, j) => A.map(r => r[j]));
const mul = (A: number[][], B: number[][]) => {
  const Bt = T(B);
  return A.map(a => Bt.map(b => a.reduce((s, x, i) => s + x * b[i], 0)));
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (keys.length === 0) throw new RangeError('no keys');
  const d = dims(keys, 'keys');
  if (dims(queries, 'queries') !== d && queries.length) throw new TypeError('q/k');
  return mul(queries, T(keys)).map(r => r.map(x => x / d));
}
export const causalMask = (n: number, m: number) =>
  [...Array(n).keys()].map(i => [...Array(m).keys()].map(j => j <= i));
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  const m = dims(scores, 'scores');
  if (mask && (mask.length !== scores.length || dims(mask, 'mask') !== m))
    throw new TypeError('mask');
  return scores.map((row, i) => {
    const kept = row.filter((_, j) => !mask || mask[i][j]);
    if (!kept.length) return row.map(() => 0);
    const mx = Math.max(...kept);
    const z = kept.reduce((s, x) => s + Math.exp(x - mx), 0);
    return row.map((x, j) => (!mask || mask[i][j] ? Math.exp(x - mx) / z : 0));
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal, mask }: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const S = attentionScores(queries, keys);
  dims(values, 'values');
  if (values.length !== keys.length) throw new TypeError('k/v');
  if (mask && (mask.length !== queries.length || dims(mask, 'mask') !== keys.length))
    throw new TypeError('mask');
  const weights = maskedSoftmax(
    S,
    S.map((r, i) => r.map((_, j) => (!causal || j <= i) && (!mask || mask[i][j]))),
  );
  return { output: mul(weights, values), weights };
}
