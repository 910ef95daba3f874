// No largest score is needed: 1 / weight of key j is the sum of e^(s_k − s_j) over the open keys k,
// and where that overflows, the weight is 0 anyway.
function* pairs(n: number, m: number): Generator<[number, number]> {
  for (let i = 0; i < n; i += 1) for (let j = 0; j < m; j += 1) yield [i, j];
}

function blank<T>(n: number, m: number, entry: T): T[][] {
  return Array.from({ length: n }, () => new Array<T>(m).fill(entry));
}

function rectangle(rows: readonly (readonly unknown[])[], m: number, name: string): void {
  for (const row of rows) {
    if (row.length !== m)
      throw new TypeError(`${name}: expected ${m} entries, found ${row.length}`);
  }
}

/** For each row the list of the columns that may be used. */
function openKeys(
  n: number,
  m: number,
  mask: boolean[][] | undefined,
  causal: boolean,
): number[][] {
  if (mask !== undefined) {
    if (mask.length !== n) throw new TypeError(`mask: expected ${n} rows`);
    rectangle(mask, m, 'mask');
  }
  const lists: number[][] = Array.from({ length: n }, () => []);
  for (const [i, j] of pairs(n, m)) {
    if (causal && j > i) continue;
    if (mask === undefined || mask[i][j]) lists[i].push(j);
  }
  return lists;
}

function shares(scores: number[][], lists: number[][], m: number): number[][] {
  const weights = blank(scores.length, m, 0);
  lists.forEach((list, i) => {
    for (const j of list) {
      let inverse = 0;
      for (const k of list) inverse += Math.exp(scores[i][k] - scores[i][j]);
      weights[i][j] = 1 / inverse;
    }
  });
  return weights;
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('expected one key at least');
  const d = keys[0].length;
  rectangle(keys, d, 'keys');
  rectangle(queries, d, 'queries');
  const scores = blank(queries.length, keys.length, 0);
  for (const [i, j] of pairs(queries.length, keys.length)) {
    for (const [t, x] of queries[i].entries()) scores[i][j] += x * keys[j][t];
    scores[i][j] *= Math.SQRT1_2 * Math.sqrt(2 / d);
  }
  return scores;
}

export function causalMask(n: number, m: number): boolean[][] {
  const mask = blank(n, m, false);
  for (const [i, j] of pairs(n, m)) mask[i][j] = j < i + 1;
  return mask;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const m = scores.at(0)?.length ?? 0;
  rectangle(scores, m, 'scores');
  return shares(scores, openKeys(scores.length, m, mask, false), m);
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError(`expected ${keys.length} values`);
  const c = values[0].length;
  rectangle(values, c, 'values');
  const lists = openKeys(queries.length, keys.length, options.mask, options.causal ?? false);
  const weights = shares(scores, lists, keys.length);
  const output = blank(queries.length, c, 0);
  lists.forEach((list, i) => {
    for (const j of list)
      for (let t = 0; t < c; t += 1) output[i][t] += weights[i][j] * values[j][t];
  });
  return { output, weights };
}
