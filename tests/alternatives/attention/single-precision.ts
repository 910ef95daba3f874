// Rounded to single precision after every step, as on a graphics card.
const f = Math.fround;
const singles = (rows: number[][]) => rows.map(row => Float32Array.from(row));

function sameWidth(rows: ArrayLike<unknown>[], width: number) {
  if (rows.some(row => row.length !== width)) throw new Error(`each row should have ${width}`);
}

function inner(a: Float32Array, b: Float32Array): number {
  let total = 0;
  a.forEach((x, t) => {
    total = f(total + f(x * b[t]));
  });
  return total;
}

export function attentionScores(queries: number[][], keys: number[][]): Float32Array[] {
  if (!keys.length) throw new Error('an empty list of keys');
  sameWidth([...keys, ...queries], keys[0].length);
  const K = singles(keys);
  const root = f(Math.sqrt(keys[0].length));
  return singles(queries).map(q => Float32Array.from(K, k => f(inner(q, k) / root)));
}

export function causalMask(n: number, m: number): boolean[][] {
  const rows: boolean[][] = [];
  while (rows.length < n) {
    const last = rows.length;
    rows.push(Array.from(Array(m).keys(), j => last >= j));
  }
  return rows;
}

export function maskedSoftmax(scores: ArrayLike<number>[], mask?: boolean[][]): Float32Array[] {
  if (scores.length) sameWidth(scores, scores[0].length);
  if (mask) {
    if (mask.length !== scores.length) throw new Error('mask height');
    sameWidth(mask, scores[0]?.length ?? 0);
  }
  return scores.map((scoresOfRow, i) => {
    const row = Float32Array.from(scoresOfRow, (s, j) => (mask && !mask[i][j] ? -Infinity : s));
    const peak = row.reduce((a, b) => (a > b ? a : b), -Infinity);
    if (peak === -Infinity) return row.map(() => 0);
    const up = row.map(s => f(Math.exp(f(s - peak))));
    const total = up.reduce((a, b) => f(a + b), 0);
    return up.map(e => f(e / total));
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = attentionScores(queries, keys);
  if (values.length !== keys.length) throw new Error('as many values as keys, please');
  sameWidth(values, values[0].length);
  const { mask } = options;
  if (mask) {
    if (mask.length !== queries.length) throw new Error('mask height');
    sameWidth(mask, keys.length);
  }
  let open = queries.map((_, i) => keys.map((_, j) => mask?.[i][j] ?? true));
  if (options.causal) open = open.map((row, i) => row.map((yes, j) => yes && j <= i));
  const weights = maskedSoftmax(scores, open);
  const V = singles(values);
  const output = weights.map(row => {
    const sum = new Float32Array(V[0].length);
    row.forEach((w, j) => {
      V[j].forEach((v, t) => {
        sum[t] = f(sum[t] + f(w * v));
      });
    });
    return sum;
  });
  return { output, weights };
}
