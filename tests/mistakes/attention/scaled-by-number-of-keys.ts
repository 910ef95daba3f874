// Takes "the length of the keys" for how many there are.
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('attentionScores: keys');
  for (const r of queries.concat(keys)) {
    if (r.length !== keys[0].length) throw new TypeError('attentionScores: rows');
  }
  const out = [];
  for (const q of queries) {
    const row = [];
    for (const k of keys) {
      let sum = 0;
      for (let i = 0; i < q.length; i++) sum += q[i] * k[i];
      row.push(sum / Math.sqrt(keys.length));
    }
    out.push(row);
  }
  return out;
}
export function causalMask(n: number, m: number): boolean[][] {
  return new Array(n).fill(0).map((_, i) => new Array(m).fill(0).map((_, j) => j <= i));
}
function verifyMask(mask: boolean[][], n: number, m: number) {
  if (mask.length !== n) throw new TypeError('mask rows');
  for (const r of mask) if (r.length !== m) throw new TypeError('mask columns');
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  for (const r of scores) if (r.length !== scores[0].length) throw new TypeError('scores');
  if (mask) verifyMask(mask, scores.length, scores[0].length);
  const out: number[][] = [];
  scores.forEach((row, i) => {
    const live: number[] = [];
    row.forEach((_, j) => {
      if (mask === undefined || mask[i][j]) live.push(j);
    });
    const w = row.map(() => 0);
    if (live.length > 0) {
      const top = Math.max(...live.map(j => row[j]));
      const total = live.reduce((s, j) => s + Math.exp(row[j] - top), 0);
      for (const j of live) w[j] = Math.exp(row[j] - top) / total;
    }
    out.push(w);
  });
  return out;
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new TypeError('values');
  for (const v of values) if (v.length !== values[0].length) throw new TypeError('values');
  if (options.mask) verifyMask(options.mask, queries.length, keys.length);
  const mask = scores.map((row, i) =>
    row.map((_, j) => {
      if (options.causal && j > i) return false;
      if (options.mask && !options.mask[i][j]) return false;
      return true;
    }),
  );
  const weights = maskedSoftmax(scores, mask);
  const output = weights.map(w => {
    let o = new Array(values[0].length).fill(0);
    w.forEach((a, j) => {
      o = o.map((x, t) => x + a * values[j][t]);
    });
    return o;
  });
  return { output, weights };
}
