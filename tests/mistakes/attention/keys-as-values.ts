// Averages the keys.
const len = (rows: unknown[][], w: number) => rows.every(r => r.length === w);
export function attentionScores(q: number[][], k: number[][]): number[][] {
  if (k.length === 0) throw new RangeError('keys');
  if (!len(k, k[0].length) || !len(q, k[0].length)) throw new TypeError('q, k');
  return q.map(a => k.map(b => a.reduce((s, x, i) => s + x * b[i], 0) / Math.sqrt(b.length)));
}
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  if (!len(scores, scores[0].length)) throw new TypeError('scores');
  if (mask && (mask.length !== scores.length || !len(mask, scores[0].length)))
    throw new TypeError('mask');
  const result: number[][] = [];
  for (let i = 0; i < scores.length; i++) {
    let best = -Infinity;
    for (let j = 0; j < scores[i].length; j++)
      if (!mask || mask[i][j]) best = Math.max(best, scores[i][j]);
    const row: number[] = [];
    let total = 0;
    for (let j = 0; j < scores[i].length; j++) {
      const p = !mask || mask[i][j] ? Math.exp(scores[i][j] - best) : 0;
      row.push(p);
      total += p;
    }
    result.push(total === 0 ? row : row.map(p => p / total));
  }
  return result;
}
export function attention(
  q: number[][],
  k: number[][],
  v: number[][],
  o: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const s = attentionScores(q, k);
  if (v.length !== k.length || !len(v, v[0].length)) throw new TypeError('v');
  if (o.mask && (o.mask.length !== q.length || !len(o.mask, k.length))) throw new TypeError('mask');
  const weights = maskedSoftmax(
    s,
    s.map((r, i) => r.map((_, j) => (o.mask ? o.mask[i][j] : true) && (o.causal ? i >= j : true))),
  );
  const output = weights.map(w => k[0].map((_, c) => w.reduce((t, x, j) => t + x * k[j][c], 0)));
  return { output, weights };
}
