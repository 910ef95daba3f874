// Wrong: aligns the causal mask at the last positions where there are more keys than queries, as caches of past keys do.
function shape(rows: { length: number }[], label: string): [number, number] {
  if (rows.length === 0) return [0, 0];
  const [{ length }] = rows;
  for (const row of rows) if (row.length !== length) throw new TypeError(`${label}: rows differ`);
  return [rows.length, length];
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  const [n, dq] = shape(queries, 'queries');
  const [m, d] = shape(keys, 'keys');
  if (m === 0) throw new RangeError('no keys');
  if (n > 0 && dq !== d) throw new TypeError('dimension of queries and keys');
  const out = Array.from({ length: n }, () => new Array<number>(m).fill(0));
  for (let t = 0; t < d; t++)
    for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) out[i][j] += queries[i][t] * keys[j][t];
  for (const row of out) row.forEach((v, j) => (row[j] = v / Math.sqrt(d)));
  return out;
}

export function causalMask(n: number, m: number): boolean[][] {
  const past = Math.max(0, m - n);
  return Array.from({ length: n }, (_, i) => Array.from({ length: m }, (__, j) => j <= i + past));
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const [n, m] = shape(scores, 'scores');
  if (mask !== undefined) {
    if (mask.length !== n) throw new TypeError('mask rows');
    if (mask.some(r => r.length !== m)) throw new TypeError('mask columns');
  }
  const result: number[][] = [];
  scores.forEach((row, i) => {
    const hidden = row.map((s, j) => (mask === undefined || mask[i][j] ? s : -Infinity));
    const max = Math.max(...hidden);
    if (max === -Infinity) {
      result.push(hidden.map(() => 0));
      return;
    }
    const e = hidden.map(s => Math.exp(s - max));
    const total = e.reduce((a, b) => a + b, 0);
    result.push(e.map(v => v / total));
  });
  return result;
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  const [rows, c] = shape(values, 'values');
  if (rows !== keys.length) throw new TypeError('values');
  const user = options?.mask;
  if (
    user !== undefined &&
    (user.length !== queries.length || user.some(r => r.length !== keys.length))
  )
    throw new TypeError('mask');
  const masks = [
    user,
    options?.causal ? causalMask(queries.length, keys.length) : undefined,
  ].filter(x => x !== undefined) as boolean[][][];
  const joint = masks.length
    ? scores.map((r, i) => r.map((_, j) => masks.every(k => k[i][j])))
    : undefined;
  const weights = maskedSoftmax(scores, joint);
  const output = weights.map(w => {
    const sum = new Array<number>(c).fill(0);
    w.forEach((x, j) => values[j].forEach((v, k) => (sum[k] += x * v)));
    return sum;
  });
  return { output, weights };
}
