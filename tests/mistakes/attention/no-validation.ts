// All right, and refuses nothing.
export const attentionScores = (queries: number[][], keys: number[][]): number[][] =>
  queries.map(q => keys.map(k => q.reduce((s, x, i) => s + x * k[i], 0) / Math.sqrt(k.length)));
export const causalMask = (n: number, m: number): boolean[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
export const maskedSoftmax = (scores: number[][], mask?: boolean[][]): number[][] =>
  scores.map((row, i) => {
    const live = row.map((_, j) => j).filter(j => !mask || mask[i][j]);
    const top = Math.max(...live.map(j => row[j]));
    const z = live.reduce((s, j) => s + Math.exp(row[j] - top), 0);
    return row.map((s, j) => (live.includes(j) ? Math.exp(s - top) / z : 0));
  });
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  const weights = maskedSoftmax(
    scores,
    scores.map((r, i) =>
      r.map((_, j) => (!options.causal || j <= i) && (options.mask?.[i]?.[j] ?? true)),
    ),
  );
  const output = weights.map(w =>
    values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
