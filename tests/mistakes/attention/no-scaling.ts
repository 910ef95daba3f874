// Plain dot products.
type M = number[][];
function need(ok: boolean, text: string) {
  if (!ok) throw new TypeError(text);
}
export function attentionScores(queries: M, keys: M): M {
  if (keys.length === 0) throw new RangeError('keys');
  need(
    [...queries, ...keys].every(r => r.length === keys[0].length),
    'length',
  );
  return queries.map(q =>
    keys.map(k => {
      let s = 0;
      q.forEach((x, i) => {
        s += x * k[i];
      });
      return s;
    }),
  );
}
export function causalMask(n: number, m: number) {
  const a: boolean[][] = [];
  for (let i = 0; i < n; i++) {
    const r: boolean[] = [];
    for (let j = 0; j < m; j++) r.push(j <= i);
    a.push(r);
  }
  return a;
}
export function maskedSoftmax(scores: M, mask?: boolean[][]): M {
  need(
    scores.every(r => r.length === scores[0].length),
    'ragged',
  );
  if (mask)
    need(mask.length === scores.length && mask.every(r => r.length === scores[0].length), 'mask');
  return scores.map((r, i) => {
    let hi = -Infinity;
    r.forEach((s, j) => {
      if (!mask || mask[i][j]) hi = Math.max(hi, s);
    });
    const p = r.map((s, j) => (!mask || mask[i][j] ? Math.exp(s - hi) : 0));
    const z = p.reduce((a, b) => a + b, 0);
    return z ? p.map(x => x / z) : p;
  });
}
export function attention(
  queries: M,
  keys: M,
  values: M,
  options?: { causal?: boolean; mask?: boolean[][] },
) {
  const s = attentionScores(queries, keys);
  need(values.length === keys.length && values.every(v => v.length === values[0].length), 'values');
  const mask = options?.mask;
  if (mask)
    need(mask.length === queries.length && mask.every(r => r.length === keys.length), 'mask');
  let open = queries.map(() => keys.map(() => true));
  if (options?.causal) open = causalMask(queries.length, keys.length);
  if (mask) open = open.map((r, i) => r.map((o, j) => o && mask[i][j]));
  const weights = maskedSoftmax(s, open);
  const output = weights.map(w => {
    const o = values[0].map(() => 0);
    for (let j = 0; j < w.length; j++)
      for (let c = 0; c < o.length; c++) o[c] += w[j] * values[j][c];
    return o;
  });
  return { output, weights };
}
