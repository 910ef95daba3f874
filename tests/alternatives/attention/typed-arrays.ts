// Flat buffers inside, rows of Float64Array outside.
type Rows = ArrayLike<ArrayLike<number>>;

function flat(rows: Rows, what: string): { data: Float64Array; n: number; d: number } {
  const n = rows.length;
  const d = n === 0 ? 0 : rows[0].length;
  const data = new Float64Array(n * d);
  for (let i = 0; i < n; i += 1) {
    if (rows[i].length !== d) throw new TypeError(`${what}: row ${i} has another length`);
    data.set(Array.from(rows[i]), i * d);
  }
  return { data, n, d };
}

const cut = (data: Float64Array, n: number, d: number): number[][] =>
  Array.from({ length: n }, (_, i) => data.slice(i * d, (i + 1) * d)) as unknown as number[][];

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('no keys to look at');
  const q = flat(queries, 'queries');
  const k = flat(keys, 'keys');
  if (q.n > 0 && q.d !== k.d) throw new TypeError('queries and keys differ in width');
  const out = new Float64Array(q.n * k.n);
  const factor = k.d ** -0.5;
  for (let i = 0; i < q.n; i += 1)
    for (let j = 0; j < k.n; j += 1) {
      let sum = 0;
      for (let t = k.d; t-- > 0; ) sum += q.data[i * k.d + t] * k.data[j * k.d + t];
      out[i * k.n + j] = sum * factor;
    }
  return cut(out, q.n, k.n);
}

export function causalMask(n: number, m: number): boolean[][] {
  return Array.from({ length: n }, (_, i) => {
    const row = new Array<boolean>(m).fill(false);
    return row.fill(true, 0, i + 1);
  });
}

function bits(mask: boolean[][] | undefined, n: number, m: number): Uint8Array {
  const open = new Uint8Array(n * m).fill(1);
  if (mask === undefined) return open;
  if (mask.length !== n || mask.some(row => row.length !== m)) {
    throw new TypeError(`the mask is not ${n} by ${m}`);
  }
  mask.forEach((row, i) => {
    row.forEach((yes, j) => {
      open[i * m + j] = yes ? 1 : 0;
    });
  });
  return open;
}

function spread(data: Float64Array, open: Uint8Array, n: number, m: number): Float64Array {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i += 1) {
    let best = -Infinity;
    let sum = 0;
    for (let p = i * m; p < i * m + m; p += 1) if (open[p] && data[p] > best) best = data[p];
    if (best === -Infinity) continue;
    for (let p = i * m; p < i * m + m; p += 1) {
      if (open[p]) sum += out[p] = Math.exp(data[p] - best);
    }
    for (let p = i * m; p < i * m + m; p += 1) out[p] /= sum;
  }
  return out;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const { data, n, d } = flat(scores, 'scores');
  return cut(spread(data, bits(mask, n, d), n, d), n, d);
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
) {
  const scores = flat(attentionScores(queries, keys), 'scores');
  const v = flat(values, 'values');
  const [n, m] = [queries.length, keys.length];
  if (v.n !== m) throw new TypeError(`${v.n} values for ${m} keys`);
  const open = bits(options.mask, n, m);
  if (options.causal)
    for (let i = 0; i < n; i += 1) open.fill(0, i * m + Math.min(m, i + 1), i * m + m);
  const weights = spread(scores.data, open, n, m);
  const output = new Float64Array(n * v.d);
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < m; j += 1)
      for (let t = 0; t < v.d; t += 1)
        output[i * v.d + t] += weights[i * m + j] * v.data[j * v.d + t];
  return { output: cut(output, n, v.d), weights: cut(weights, n, m) };
}
