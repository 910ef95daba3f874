// Nothing but loops, and one pass per quantity.
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length < 1) throw new RangeError('there must be a key');
  const d = keys[0].length;
  for (const key of keys) if (key.length !== d) throw new TypeError('keys differ in length');
  const out: number[][] = [];
  for (let i = 0; i < queries.length; i++) {
    if (queries[i].length !== d) throw new TypeError('query does not fit the keys');
    out[i] = [];
    for (let j = 0; j < keys.length; j++) {
      let s = 0;
      for (let t = 0; t < d; t++) s += queries[i][t] * keys[j][t];
      out[i][j] = s / Math.sqrt(d);
    }
  }
  return out;
}

export function causalMask(n: number, m: number): boolean[][] {
  const out: boolean[][] = [];
  for (let i = 0; i < n; i++) {
    out[i] = [];
    for (let j = 0; j < m; j++) out[i][j] = !(j > i);
  }
  return out;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  if (mask && mask.length !== scores.length) throw new TypeError('mask rows');
  const out: number[][] = [];
  for (let i = 0; i < scores.length; i++) {
    const m = scores[0].length;
    if (scores[i].length !== m) throw new TypeError('scores differ in length');
    if (mask && mask[i].length !== m) throw new TypeError('mask columns');
    let top: number | null = null;
    for (let j = 0; j < m; j++) {
      if (mask && !mask[i][j]) continue;
      if (top === null || scores[i][j] > top) top = scores[i][j];
    }
    out[i] = [];
    for (let j = 0; j < m; j++) out[i][j] = 0;
    if (top === null) continue;
    let total = 0;
    for (let j = 0; j < m; j++) {
      if (mask && !mask[i][j]) continue;
      out[i][j] = Math.exp(scores[i][j] - top);
      total += out[i][j];
    }
    for (let j = 0; j < m; j++) out[i][j] /= total;
  }
  return out;
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('one value for each key');
  for (const value of values) {
    if (value.length !== values[0].length) throw new TypeError('values differ in length');
  }
  const mask = options?.mask;
  if (mask) {
    if (mask.length !== queries.length) throw new TypeError('mask rows');
    for (const row of mask) if (row.length !== keys.length) throw new TypeError('mask columns');
  }
  const open = causalMask(queries.length, keys.length);
  for (let i = 0; i < queries.length; i++) {
    for (let j = 0; j < keys.length; j++) {
      if (!options?.causal) open[i][j] = true;
      if (mask && !mask[i][j]) open[i][j] = false;
    }
  }
  const weights = maskedSoftmax(scores, open);
  const output: number[][] = [];
  for (let i = 0; i < queries.length; i++) {
    output[i] = [];
    for (let k = 0; k < values[0].length; k++) {
      output[i][k] = 0;
      for (let j = 0; j < keys.length; j++) output[i][k] += weights[i][j] * values[j][k];
    }
  }
  return { output, weights };
}
