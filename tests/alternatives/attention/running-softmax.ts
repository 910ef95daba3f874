// Streams over the keys: a running maximum, a running sum and a running output for each query, which
// are scaled down whenever a larger score turns up. Weights come from a second pass.
interface Stream {
  peak: number;
  sum: number;
  acc: number[];
}

const fresh = (c: number): Stream => ({ peak: -Infinity, sum: 0, acc: Array(c).fill(0) });

function feed(stream: Stream, score: number, value: number[]): void {
  if (score > stream.peak) {
    const shrink = Math.exp(stream.peak - score); // e^−∞ = 0 the first time
    stream.sum *= shrink;
    stream.acc = stream.acc.map(a => a * shrink);
    stream.peak = score;
  }
  const p = Math.exp(score - stream.peak);
  stream.sum += p;
  stream.acc.forEach((a, t) => {
    stream.acc[t] = a + p * value[t];
  });
}

const share = (stream: Stream, score: number) => Math.exp(score - stream.peak) / stream.sum;

function width(rows: number[][], name: string): number {
  const lengths = new Set(rows.map(({ length }) => length));
  if (lengths.size > 1) throw new TypeError(`${name} has rows of ${[...lengths].join(' and ')}`);
  return rows.length === 0 ? 0 : rows[0].length;
}

function demandMask(mask: boolean[][], n: number, m: number): void {
  if (mask.length !== n) throw new TypeError('mask: wrong number of rows');
  if (!mask.every(row => row.length === m)) throw new TypeError('mask: wrong number of columns');
}

function score(query: number[], key: number[]): number {
  return query.reduce((sum, q, t) => sum + (q / Math.sqrt(key.length)) * key[t], 0);
}

function checkPair(queries: number[][], keys: number[][]): void {
  if (keys.length === 0) throw new RangeError('keys is empty');
  if (width(queries.concat(keys), 'queries and keys') < 0) throw new TypeError('never');
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  checkPair(queries, keys);
  return queries.map(query => keys.map(key => score(query, key)));
}

export function causalMask(n: number, m: number): boolean[][] {
  return [...Array(n).keys()].map(i => [...Array(m).keys()].map(j => i - j >= 0));
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const m = width(scores, 'scores');
  if (mask) demandMask(mask, scores.length, m);
  return scores.map((row, i) => {
    const stream = fresh(0);
    const open = (j: number) => (mask ? mask[i][j] : true);
    row.forEach((s, j) => {
      if (open(j)) feed(stream, s, []);
    });
    return row.map((s, j) => (open(j) ? share(stream, s) : 0));
  });
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options: { causal?: boolean; mask?: boolean[][] } = {},
): { output: number[][]; weights: number[][] } {
  checkPair(queries, keys);
  const c = width(values, 'values');
  if (values.length !== keys.length) throw new TypeError('values and keys differ in number');
  const { mask, causal } = options;
  if (mask) demandMask(mask, queries.length, keys.length);
  const output: number[][] = [];
  const weights: number[][] = [];
  queries.forEach((query, i) => {
    const stream = fresh(c);
    const visible = keys.map((_, j) => (!causal || j <= i) && (!mask || mask[i][j]));
    const row = keys.map(key => score(query, key));
    row.forEach((s, j) => {
      if (visible[j]) feed(stream, s, values[j]);
    });
    output.push(stream.acc.map(a => (stream.sum === 0 ? 0 : a / stream.sum)));
    weights.push(row.map((s, j) => (visible[j] ? share(stream, s) : 0)));
  });
  return { output, weights };
}
