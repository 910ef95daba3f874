// −1e9 for blocked keys, and nothing special for a row in which all are: it comes out as 1/m each.
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('no keys given');
  const d = keys[0].length;
  for (const row of keys) if (row.length !== d) throw new TypeError('key');
  for (const row of queries) if (row.length !== d) throw new TypeError('query');
  return queries.map(q => {
    return keys.map(k => {
      let total = 0;
      for (let i = 0; i < d; i++) total += q[i] * k[i];
      return total / Math.sqrt(d);
    });
  });
}
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  if (mask && mask.length !== scores.length) throw new TypeError('mask');
  return scores.map((row, i) => {
    if (row.length !== scores[0].length) throw new TypeError('scores');
    if (mask && mask[i].length !== row.length) throw new TypeError('mask');
    const s = row.map((x, j) => (mask && !mask[i][j] ? -1e9 : x));
    const max = Math.max(...s);
    let z = 0;
    const e = s.map(x => {
      const p = Math.exp(x - max);
      z += p;
      return p;
    });
    return e.map(p => p / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values');
  const c = values[0].length;
  for (const v of values) if (v.length !== c) throw new TypeError('values');
  const given = options?.mask;
  if (given && given.length !== queries.length) throw new TypeError('mask');
  const open = queries.map((_, i) => {
    if (given && given[i].length !== keys.length) throw new TypeError('mask');
    return keys.map((_, j) => (given ? given[i][j] : true) && (options?.causal ? j <= i : true));
  });
  const weights = maskedSoftmax(scores, open);
  const output: number[][] = [];
  for (const w of weights) {
    const o = new Array<number>(c).fill(0);
    for (let j = 0; j < w.length; j++) for (let t = 0; t < c; t++) o[t] += w[j] * values[j][t];
    output.push(o);
  }
  return { output, weights };
}
