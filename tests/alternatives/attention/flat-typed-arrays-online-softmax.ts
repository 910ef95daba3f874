// Right: flat Float64Array storage and a one-pass softmax that rescales its running total whenever a new maximum appears.
type Grid = { rows: number; cols: number; data: Float64Array };

function pack(source: number[][], label: string): Grid {
  const cols = source.length ? source[0].length : 0;
  const data = new Float64Array(source.length * cols);
  source.forEach((row, r) => {
    if (row.length !== cols)
      throw new TypeError(`${label}[${r}] has ${row.length} entries, not ${cols}`);
    data.set(row, r * cols);
  });
  return { rows: source.length, cols, data };
}

function unpack({ rows, cols, data }: Grid): number[][] {
  const out: number[][] = [];
  for (let r = 0; r < rows; r += 1) out.push(Array.from(data.subarray(r * cols, (r + 1) * cols)));
  return out;
}

function packMask(mask: boolean[][], rows: number, cols: number): Uint8Array {
  if (mask.length !== rows) throw new TypeError(`mask has ${mask.length} rows, not ${rows}`);
  const bits = new Uint8Array(rows * cols);
  mask.forEach((row, r) => {
    if (row.length !== cols)
      throw new TypeError(`mask[${r}] has ${row.length} entries, not ${cols}`);
    row.forEach((open, c) => {
      bits[r * cols + c] = open ? 1 : 0;
    });
  });
  return bits;
}

function scoreGrid(queries: number[][], keys: number[][]): Grid {
  if (keys.length < 1) throw new RangeError('there are no keys');
  const q = pack(queries, 'queries');
  const k = pack(keys, 'keys');
  if (q.rows > 0 && q.cols !== k.cols) throw new TypeError('a query is not as long as a key');
  const scale = Math.sqrt(k.cols);
  const data = new Float64Array(q.rows * k.rows);
  for (let at = 0; at < data.length; at += 1) {
    const qFrom = Math.floor(at / k.rows) * k.cols;
    const kFrom = (at % k.rows) * k.cols;
    let dot = 0;
    for (let t = 0; t < k.cols; t += 1) dot += q.data[qFrom + t] * k.data[kFrom + t];
    data[at] = dot / scale;
  }
  return { rows: q.rows, cols: k.rows, data };
}

function softmaxGrid(scores: Grid, bits: Uint8Array | null): Grid {
  const data = new Float64Array(scores.data.length);
  for (let from = 0; from < data.length; from += scores.cols) {
    const to = from + scores.cols;
    let max = 0;
    let total = 0;
    for (let at = from; at < to; at += 1) {
      if (bits && !bits[at]) continue;
      const s = scores.data[at];
      if (total === 0) {
        max = s;
        total = 1;
      } else if (s > max) {
        total = total * Math.exp(max - s) + 1;
        max = s;
      } else {
        total += Math.exp(s - max);
      }
    }
    for (let at = from; at < to; at += 1) {
      if (!bits || bits[at]) data[at] = Math.exp(scores.data[at] - max) / total;
    }
  }
  return { rows: scores.rows, cols: scores.cols, data };
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  return unpack(scoreGrid(queries, keys));
}

export function causalMask(n: number, m: number): boolean[][] {
  const rows: boolean[][] = [];
  while (rows.length < n) {
    const seen = Math.min(rows.length + 1, m);
    rows.push([
      ...new Array<boolean>(seen).fill(true),
      ...new Array<boolean>(m - seen).fill(false),
    ]);
  }
  return rows;
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const grid = pack(scores, 'scores');
  const bits = mask === undefined ? null : packMask(mask, grid.rows, grid.cols);
  return unpack(softmaxGrid(grid, bits));
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = scoreGrid(queries, keys);
  const v = pack(values, 'values');
  if (v.rows !== scores.cols) throw new TypeError('the number of values is not that of the keys');
  const bits =
    options?.mask === undefined
      ? new Uint8Array(scores.data.length).fill(1)
      : packMask(options.mask, scores.rows, scores.cols);
  if (options?.causal === true) {
    for (let i = 0; i < scores.rows; i += 1) {
      if (i + 1 < scores.cols) bits.fill(0, i * scores.cols + i + 1, (i + 1) * scores.cols);
    }
  }
  const w = softmaxGrid(scores, bits);
  const out: Grid = { rows: w.rows, cols: v.cols, data: new Float64Array(w.rows * v.cols) };
  w.data.forEach((weight, at) => {
    const i = Math.floor(at / w.cols);
    const j = at % w.cols;
    for (let c = 0; c < v.cols; c += 1) out.data[i * v.cols + c] += weight * v.data[j * v.cols + c];
  });
  return { output: unpack(out), weights: unpack(w) };
}
