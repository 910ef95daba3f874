// Wrong: the scores are not divided by the root of d, and the causal mask hides a query's own position.
const sameLength = (rows: unknown[][]) => rows.every(r => r.length === rows[0].length);

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('keys');
  if (!sameLength([...queries, ...keys])) throw new TypeError('lengths');
  return queries.map(q => keys.map(k => q.map((v, c) => v * k[c]).reduce((s, v) => s + v, 0)));
}

export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: m }, (_unused, j) => j < i || (i === 0 && j === 0)),
  );
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  if (!sameLength(scores)) throw new TypeError('scores');
  if (mask && (mask.length !== scores.length || mask.some((r, i) => r.length !== scores[i].length)))
    throw new TypeError('mask');
  return scores.map((row, i) => {
    const allowed = mask ? mask[i] : row.map(() => true);
    const max = Math.max(...row.filter((_, j) => allowed[j]));
    const powers = row.map((s, j) => (allowed[j] ? Math.exp(s - max) : 0));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map(e => (sum ? e / sum : 0));
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length || !sameLength(values)) throw new TypeError('values');
  let mask = options?.mask;
  if (mask && (mask.length !== scores.length || mask.some(r => r.length !== keys.length)))
    throw new TypeError('mask');
  if (options?.causal) {
    const c = causalMask(queries.length, keys.length);
    mask = mask ? mask.map((r, i) => r.map((open, j) => open && c[i][j])) : c;
  }
  const weights = maskedSoftmax(scores, mask);
  return {
    weights,
    output: weights.map(w =>
      values[0].map((_, c) => w.reduce((s, x, j) => s + x * values[j][c], 0)),
    ),
  };
}
