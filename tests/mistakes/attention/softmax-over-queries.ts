// Normalises each column, so that every key shares itself out among the queries.
const bad = (rows: unknown[][], width: number) => rows.findIndex(r => r.length !== width) >= 0;
export function attentionScores(Q: number[][], K: number[][]): number[][] {
  if (K.length < 1) throw new RangeError('K is empty');
  const d = K[0].length;
  if (bad(K, d) || bad(Q, d)) throw new TypeError('widths');
  return Q.map(q => K.map(k => k.reduce((s, x, i) => s + x * q[i], 0) * d ** -0.5));
}
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from(Array(n), (_, i) => Array.from(Array(m), (_, j) => !(j > i)));
}
export function maskedSoftmax(S: number[][], mask?: boolean[][]): number[][] {
  const m = S[0].length;
  if (bad(S, m)) throw new TypeError('scores');
  if (mask && (mask.length !== S.length || bad(mask, m))) throw new TypeError('mask');
  const W = S.map(r => r.map(() => 0));
  for (let j = 0; j < m; j++) {
    let top = -Infinity;
    for (let i = 0; i < S.length; i++) if (!mask || mask[i][j]) top = Math.max(top, S[i][j]);
    let z = 0;
    for (let i = 0; i < S.length; i++)
      if (!mask || mask[i][j]) z += W[i][j] = Math.exp(S[i][j] - top);
    for (let i = 0; i < S.length; i++) if (z > 0) W[i][j] /= z;
  }
  return W;
}
export function attention(
  Q: number[][],
  K: number[][],
  V: number[][],
  opts: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const S = attentionScores(Q, K);
  if (V.length !== K.length || bad(V, V[0].length)) throw new TypeError('V');
  if (opts.mask && (opts.mask.length !== Q.length || bad(opts.mask, K.length)))
    throw new TypeError('mask');
  const c = causalMask(Q.length, K.length);
  const M = S.map((r, i) =>
    r.map((_, j) => (opts.causal ? c[i][j] : true) && (opts.mask ? opts.mask[i][j] : true)),
  );
  const weights = maskedSoftmax(S, M);
  const output = weights.map(w => V[0].map((_, t) => w.reduce((s, x, j) => s + x * V[j][t], 0)));
  return { output, weights };
}
