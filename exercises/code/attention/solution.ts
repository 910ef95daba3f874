/** How well each key fits each query: their dot product, divided by √d. */
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('attentionScores: no keys');
  const d = keys[0].length;
  checkRows('attentionScores', keys, d);
  checkRows('attentionScores', queries, d);
  return queries.map(query => keys.map(key => dot(query, key) / Math.sqrt(d))); // [n][m]
}

/** Where a query may look if it may not look ahead: at its own position and those before it. */
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}

/**
 * The softmax of each row over its open keys. The largest open score is taken off all of them first:
 * the weights stay the same, and no power is above e⁰ = 1.
 */
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const m = scores.length > 0 ? scores[0].length : 0;
  checkRows('maskedSoftmax', scores, m);
  if (mask !== undefined) checkMask('maskedSoftmax', mask, scores.length, m);
  return scores.map((row, i) => {
    const isOpen = row.map((_, j) => mask === undefined || mask[i][j]); // [m]
    const largest = Math.max(...row.filter((_, j) => isOpen[j])); // −Infinity where none is open
    const powers = row.map((score, j) => (isOpen[j] ? Math.exp(score - largest) : 0)); // [m]
    const total = powers.reduce((sum, power) => sum + power, 0);
    // Only a row without an open key adds up to 0, since the largest adds 1.
    return powers.map(power => (total > 0 ? power / total : 0)); // [m]
  });
}

/** Scaled dot-product attention: for each query an average of the values, weighted by fit. */
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  { causal = false, mask }: { causal?: boolean; mask?: boolean[][] } = {},
): { output: number[][]; weights: number[][] } {
  const [n, m] = [queries.length, keys.length];
  const scores = attentionScores(queries, keys); // [n][m]
  if (values.length !== m) throw new TypeError(`attention: ${values.length} values for ${m} keys`);
  const c = values[0].length;
  checkRows('attention', values, c);
  if (mask !== undefined) checkMask('attention', mask, n, m);

  const past = causalMask(n, m);
  const open = scores.map((row, i) =>
    row.map((_, j) => (!causal || past[i][j]) && (mask === undefined || mask[i][j])),
  ); // [n][m]
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(row => {
    const sums = new Array<number>(c).fill(0);
    row.forEach((weight, j) => {
      for (let k = 0; k < c; k += 1) sums[k] += weight * values[j][k];
    });
    return sums; // [c]
  });
  return { output, weights };
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j += 1) sum += a[j] * b[j];
  return sum;
}

function checkRows(caller: string, rows: number[][], width: number): void {
  const odd = rows.find(row => row.length !== width);
  if (odd) throw new TypeError(`${caller}: a row of ${odd.length} numbers, not of ${width}`);
}

function checkMask(caller: string, mask: boolean[][], n: number, m: number): void {
  if (mask.length !== n) throw new TypeError(`${caller}: a mask of ${mask.length} rows, not ${n}`);
  const uneven = mask.find(row => row.length !== m);
  if (uneven) throw new TypeError(`${caller}: a row of ${uneven.length} in the mask, not of ${m}`);
}
