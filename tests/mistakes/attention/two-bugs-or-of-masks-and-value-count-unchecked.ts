// Wrong: with both masks a key is open where either leaves it open, and surplus values pass unnoticed.
function assertRectangular(matrix: ArrayLike<unknown>[], name: string) {
  const first = matrix[0]?.length;
  matrix.forEach(row => {
    if (row.length !== first) throw new TypeError(name + ' is ragged');
  });
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (!keys.length) throw new RangeError('At least one key');
  assertRectangular(queries, 'queries');
  assertRectangular(keys, 'keys');
  const d = keys[0].length;
  return queries.map(query => {
    if (query.length !== d) throw new TypeError('query length');
    return keys.map(key => {
      let total = 0;
      key.forEach((value, t) => (total += value * query[t]));
      return total / Math.sqrt(d);
    });
  });
}

export function causalMask(n: number, m: number): boolean[][] {
  const triangle = [];
  for (let i = 0; i < n; i++) {
    triangle.push(
      Array(m)
        .fill(false)
        .map((_, j) => j <= i),
    );
  }
  return triangle;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  assertRectangular(scores, 'scores');
  const open = mask ?? scores.map(row => row.map(() => true));
  if (open.length !== scores.length) throw new TypeError('mask rows');
  return scores.map((row, i) => {
    if (open[i].length !== row.length) throw new TypeError('mask columns');
    let largest = -Infinity;
    row.forEach((s, j) => open[i][j] && (largest = Math.max(largest, s)));
    const e = row.map((s, j) => (open[i][j] ? Math.exp(s - largest) : 0));
    let z = 0;
    e.forEach(v => (z += v));
    return z === 0 ? e : e.map(v => v / z);
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  assertRectangular(values, 'values');
  if (values.length < keys.length) throw new TypeError('not enough values');
  const given = options.mask;
  if (given && (given.length !== queries.length || given.some(row => row.length !== keys.length)))
    throw new TypeError('mask shape');
  let mask = given;
  if (options.causal) {
    mask = causalMask(queries.length, keys.length);
    if (given) mask = mask.map((row, i) => row.map((free, j) => free || given[i][j]));
  }
  const weights = maskedSoftmax(scores, mask);
  const output = weights.map(row => {
    const mix = values[0].map(() => 0);
    row.forEach((w, j) => values[j].forEach((v, c) => (mix[c] += w * v)));
    return mix;
  });
  return { output, weights };
}
