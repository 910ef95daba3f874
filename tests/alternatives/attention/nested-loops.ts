// Right: plain loops, one shared shape check, the largest open score subtracted before the powers.
function requireSameWidths(rows: number[][], what: string): void {
  for (let i = 1; i < rows.length; i += 1) {
    if (rows[i].length !== rows[0].length)
      throw new TypeError(`${what}: row ${i} has another length than row 0`);
  }
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('no keys');
  requireSameWidths(queries, 'queries');
  requireSameWidths(keys, 'keys');
  const d = keys[0].length;
  if (queries.length > 0 && queries[0].length !== d)
    throw new TypeError('queries and keys of different lengths');
  const result: number[][] = [];
  for (let i = 0; i < queries.length; i += 1) {
    const row: number[] = [];
    for (let j = 0; j < keys.length; j += 1) {
      let sum = 0;
      for (let c = 0; c < d; c += 1) sum += queries[i][c] * keys[j][c];
      row.push(sum / Math.sqrt(d));
    }
    result.push(row);
  }
  return result;
}

export function causalMask(n: number, m: number): boolean[][] {
  const mask: boolean[][] = [];
  for (let i = 0; i < n; i += 1) {
    const row: boolean[] = [];
    for (let j = 0; j < m; j += 1) row.push(j <= i);
    mask.push(row);
  }
  return mask;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  requireSameWidths(scores, 'scores');
  if (mask !== undefined) {
    if (mask.length !== scores.length) throw new TypeError('mask: wrong number of rows');
    for (let i = 0; i < scores.length; i += 1) {
      if (mask[i].length !== scores[i].length)
        throw new TypeError(`mask: row ${i} has the wrong length`);
    }
  }
  const weights: number[][] = [];
  for (let i = 0; i < scores.length; i += 1) {
    const m = scores[i].length;
    let top = -Infinity;
    for (let j = 0; j < m; j += 1) {
      if ((mask === undefined || mask[i][j]) && scores[i][j] > top) top = scores[i][j];
    }
    const row: number[] = [];
    let total = 0;
    for (let j = 0; j < m; j += 1) {
      const power = mask === undefined || mask[i][j] ? Math.exp(scores[i][j] - top) : 0;
      row.push(power);
      total += power;
    }
    if (total > 0) for (let j = 0; j < m; j += 1) row[j] /= total;
    weights.push(row);
  }
  return weights;
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  requireSameWidths(values, 'values');
  if (values.length !== keys.length) throw new TypeError('not as many values as keys');
  const n = queries.length;
  const m = keys.length;
  const mask = options?.mask;
  if (mask !== undefined && (mask.length !== n || mask.some(row => row.length !== m))) {
    throw new TypeError('mask does not fit queries and keys');
  }
  const open = options?.causal
    ? causalMask(n, m)
    : causalMask(n, m).map(row => row.map(() => true));
  if (mask !== undefined) {
    for (let i = 0; i < n; i += 1)
      for (let j = 0; j < m; j += 1) open[i][j] = open[i][j] && mask[i][j];
  }
  const weights = maskedSoftmax(scores, open);
  const output: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    const row: number[] = new Array(values[0].length).fill(0);
    for (let j = 0; j < m; j += 1)
      for (let c = 0; c < row.length; c += 1) row[c] += weights[i][j] * values[j][c];
    output.push(row);
  }
  return { output, weights };
}
