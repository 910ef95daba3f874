// causal wins over mask instead of joining it.
function shapeOf(x: unknown[][]): { n: number; m: number } {
  const m = x[0]?.length ?? 0;
  for (const row of x) if (row.length !== m) throw new TypeError('shape');
  return { n: x.length, m };
}
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  const k = shapeOf(keys);
  const q = shapeOf(queries);
  if (k.n === 0) throw new RangeError('keys');
  if (q.n > 0 && q.m !== k.m) throw new TypeError('queries against keys');
  return queries.map(a => keys.map(b => a.reduce((s, x, i) => s + x * b[i], 0) / Math.sqrt(k.m)));
}
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const { n, m } = shapeOf(scores);
  if (mask) {
    const s = shapeOf(mask);
    if (s.n !== n || s.m !== m) throw new TypeError('mask');
  }
  return scores.map((row, i) => {
    const kept = mask ? row.map((s, j) => (mask[i][j] ? s : -Infinity)) : [...row];
    const top = Math.max(...kept);
    if (!Number.isFinite(top)) return kept.map(() => 0);
    const powers = kept.map(s => Math.exp(s - top));
    const z = powers.reduce((a, b) => a + b);
    return powers.map(p => p / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  const v = shapeOf(values);
  if (v.n !== keys.length) throw new TypeError('values');
  if (options.mask) {
    const s = shapeOf(options.mask);
    if (s.n !== queries.length || s.m !== keys.length) throw new TypeError('mask');
  }
  const mask = options.causal ? causalMask(queries.length, keys.length) : options.mask;
  const weights = maskedSoftmax(scores, mask);
  const output = weights.map(w =>
    Array.from({ length: v.m }, (_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
  );
  return { output, weights };
}
