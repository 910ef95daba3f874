// Blocked scores are pushed far down, as many libraries do, and rows without an open key are wiped after.
const FAR_DOWN = -1e9;
type Table = number[][];
type Flags = boolean[][];

const dims = (t: unknown[][], name: string): [number, number] => {
  const w = t.length ? t[0].length : 0;
  t.forEach((r, i) => {
    if (r.length !== w) throw TypeError(name + ' row ' + i + ' has length ' + r.length);
  });
  return [t.length, w];
};

const fitting = (mask: Flags, n: number, m: number): Flags => {
  const [rows] = dims(mask, 'mask');
  if (rows !== n || (rows > 0 && mask[0].length !== m)) throw TypeError('mask does not fit');
  return mask;
};

export function attentionScores(queries: Table, keys: Table): Table {
  const [m, d] = dims(keys, 'keys');
  const [n, width] = dims(queries, 'queries');
  if (m === 0) throw RangeError('keys must not be empty');
  if (n > 0 && width !== d) throw TypeError('queries and keys must be equally wide');
  const scaled = queries.map(q => q.map(x => x / Math.sqrt(d)));
  return scaled.map(q => keys.map(k => q.reduce((s, x, t) => s + x * k[t], 0)));
}

export function causalMask(n: number, m: number): Flags {
  const flags: Flags = Array.from(Array(n), () => Array(m).fill(true));
  for (let i = 0; i < n; i++) for (let j = i + 1; j < m; j++) flags[i][j] = false;
  return flags;
}

export function maskedSoftmax(scores: Table, mask?: Flags): Table {
  const [n, m] = dims(scores, 'scores');
  if (mask !== undefined) fitting(mask, n, m);
  return scores.map((row, i) => {
    if (mask && !mask[i].includes(true)) return Array<number>(m).fill(0);
    const shifted = mask ? row.map((s, j) => (mask[i][j] ? s : FAR_DOWN)) : row.slice();
    const peak = Math.max(...shifted);
    let z = 0;
    for (let j = 0; j < m; j++) z += shifted[j] = Math.exp(shifted[j] - peak);
    return shifted.map(p => p / z);
  });
}

export function attention(
  queries: Table,
  keys: Table,
  values: Table,
  options?: { causal?: boolean; mask?: Flags },
): { output: Table; weights: Table } {
  const { causal, mask } = options ?? {};
  const scores = attentionScores(queries, keys);
  const [count, c] = dims(values, 'values');
  const [n, m] = [queries.length, keys.length];
  if (count !== m) throw TypeError('values and keys must be equally many');
  let open = mask && fitting(mask, n, m);
  if (causal) {
    const past = causalMask(n, m);
    open = open ? past.map((r, i) => r.map((p, j) => p && mask![i][j])) : past;
  }
  const weights = maskedSoftmax(scores, open);
  const output: Table = [];
  for (const w of weights) {
    let sum: number[] = Array(c).fill(0);
    w.forEach((wj, j) => {
      sum = sum.map((s, t) => s + wj * values[j][t]);
    });
    output.push(sum);
  }
  return { output, weights };
}
