// Wrong: subtracts the largest score of the whole row, blocked ones included, so a huge blocked score makes all open weights vanish.
class Matrix {
  readonly rows: number[][];
  constructor(rows: number[][]) {
    this.rows = rows;
    if (rows.some(row => row.length !== rows[0].length)) throw new TypeError('ragged matrix');
  }
  get height() {
    return this.rows.length;
  }
  get width() {
    return this.rows.length > 0 ? this.rows[0].length : 0;
  }
  timesTransposed(other: Matrix): Matrix {
    return new Matrix(
      this.rows.map(a => other.rows.map(b => a.reduce((s, v, t) => s + v * b[t], 0))),
    );
  }
  times(other: Matrix): Matrix {
    return new Matrix(
      this.rows.map(a =>
        Array.from({ length: other.width }, (_, c) =>
          a.reduce((s, v, j) => s + v * other.rows[j][c], 0),
        ),
      ),
    );
  }
  map(f: (value: number, i: number, j: number) => number): Matrix {
    return new Matrix(this.rows.map((row, i) => row.map((value, j) => f(value, i, j))));
  }
}

export function attentionScores(queries: number[][], keys: number[][]): number[][] {
  if (keys.length === 0) throw new RangeError('empty keys');
  const q = new Matrix(queries);
  const k = new Matrix(keys);
  if (q.height > 0 && q.width !== k.width) throw new TypeError('widths of queries and keys');
  return q.timesTransposed(k).map(v => v / Math.sqrt(k.width)).rows;
}

export function causalMask(n: number, m: number): boolean[][] {
  return new Matrix(Array.from({ length: n }, () => Array(m).fill(0))).rows.map((row, i) =>
    row.map((_, j) => !(j > i)),
  );
}

export function maskedSoftmax(scores: number[][], mask?: boolean[][]): number[][] {
  const s = new Matrix(scores);
  if (mask && mask.length !== s.height) throw new TypeError('mask height');
  if (mask?.some(row => row.length !== s.width)) throw new TypeError('mask width');
  const max = scores.map(row => row.reduce((a, b) => Math.max(a, b), -Infinity));
  const e = s.map((v, i, j) => (mask && !mask[i][j] ? 0 : Math.exp(v - max[i])));
  const sums = e.rows.map(row => row.reduce((a, b) => a + b, 0));
  return e.map((v, i) => (sums[i] > 0 ? v / sums[i] : 0)).rows;
}

export function attention(
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } {
  const scores = attentionScores(queries, keys);
  const v = new Matrix(values);
  if (v.height !== keys.length) throw new TypeError('values do not match keys');
  const mask = options?.mask;
  if (mask && (mask.length !== queries.length || mask.some(row => row.length !== keys.length)))
    throw new TypeError('mask');
  const open = scores.map((row, i) =>
    row.map((_, j) => (!options?.causal || j <= i) && (!mask || mask[i][j])),
  );
  const weights = maskedSoftmax(scores, open);
  return { output: new Matrix(weights).times(v).rows, weights };
}
