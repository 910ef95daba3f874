// Wrong: closes the future keys in the caller's own mask instead of in a copy.
function uniform(rows: unknown[][], name: string): number {
  const width = rows.length === 0 ? 0 : rows[0].length;
  if (rows.findIndex(row => row.length !== width) >= 0)
    throw new TypeError(`${name} have unequal rows`);
  return width;
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('keys are missing');
  const d = uniform(keys, 'keys');
  if (queries.length && uniform(queries, 'queries') !== d)
    throw new TypeError('queries are not as long as keys');
  return queries.map(query =>
    keys.map(key => {
      let sum = 0;
      for (const [at, value] of query.entries()) sum += value * key[at];
      return sum / d ** 0.5;
    }),
  );
}

export function causalMask(n: number, m: number): boolean[][] {
  const mask: boolean[][] = Array.from({ length: n }, () => []);
  mask.forEach((row, i) => {
    while (row.length < m) row.push(row.length <= i);
  });
  return mask;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const width = uniform(scores, 'scores');
  if (mask !== undefined) {
    if (mask.length !== scores.length || uniform(mask, 'mask') !== width)
      throw new TypeError('mask of another shape');
  }
  return scores.map((row, i) => {
    const picked = row.map((_, j) => j).filter(j => mask === undefined || mask[i][j]);
    const weights = row.map(() => 0);
    const max = Math.max(...picked.map(j => row[j]));
    let sum = 0;
    for (const j of picked) sum += weights[j] = Math.exp(row[j] - max);
    for (const j of picked) weights[j] /= sum;
    return weights;
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  const c = uniform(values, 'values');
  if (values.length !== keys.length) throw new TypeError('values and keys are not as many');
  const mask = options.mask ?? scores.map(row => row.map(() => true));
  if (mask.length !== queries.length || mask.some(row => row.length !== keys.length))
    throw new TypeError('mask of another shape');
  if (options.causal) {
    mask.forEach((row, i) => {
      for (let j = i + 1; j < row.length; j += 1) row[j] = false;
    });
  }
  const weights = maskedSoftmax(scores, mask);
  const output: number[][] = weights.map(() => new Array(c).fill(0));
  weights.forEach((row, i) =>
    row.forEach((w, j) => {
      for (let k = 0; k < c; k += 1) output[i][k] += w * values[j][k];
    }),
  );
  return { output, weights };
}
