// A small matrix class, and attention as one line of algebra.
class Matrix {
  readonly rows: number[][];
  readonly columns: number;

  constructor(rows: readonly (readonly number[])[], what = 'matrix') {
    this.rows = rows.map(row => [...row]);
    this.columns = this.rows[0]?.length ?? 0;
    const ragged = this.rows.findIndex(row => row.length !== this.columns);
    if (ragged !== -1) throw new TypeError(`${what}[${ragged}] is out of line`);
  }

  get transposed(): Matrix {
    return new Matrix(Array.from({ length: this.columns }, (_, j) => this.rows.map(row => row[j])));
  }

  times(other: Matrix): Matrix {
    const columns = other.transposed.rows;
    return new Matrix(
      this.rows.map(row =>
        columns.map(column => column.reduce((sum, x, t) => sum + x * row[t], 0)),
      ),
    );
  }

  map(f: (x: number, i: number, j: number) => number): Matrix {
    return new Matrix(this.rows.map((row, i) => row.map((x, j) => f(x, i, j))));
  }

  mapRows(f: (row: number[]) => number[]): Matrix {
    return new Matrix(this.rows.map(f));
  }
}

class Mask {
  constructor(readonly allows: (i: number, j: number) => boolean) {}

  static of(table: boolean[][] | undefined, n: number, m: number): Mask {
    if (table === undefined) return new Mask(() => true);
    if (table.length !== n) throw new TypeError('the mask has the wrong height');
    for (const row of table)
      if (row.length !== m) throw new TypeError('the mask has a wrong width');
    return new Mask((i, j) => table[i][j]);
  }

  and(other: Mask): Mask {
    return new Mask((i, j) => this.allows(i, j) && other.allows(i, j));
  }
}

const PAST = new Mask((i, j) => i >= j);

function softmax(row: number[]): number[] {
  const finite = row.filter(Number.isFinite);
  if (finite.length === 0) return row.map(() => 0);
  const shift = finite.sort((a, b) => b - a)[0];
  const powers = row.map(x => Math.exp(x - shift));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map(p => p / sum);
}

const weigh = (scores: Matrix, mask: Mask): Matrix =>
  scores.map((s, i, j) => (mask.allows(i, j) ? s : Number.NEGATIVE_INFINITY)).mapRows(softmax);

function scored(queries: number[][], keys: number[][]): Matrix {
  if (keys.length === 0) throw new RangeError('keys: none');
  const [Q, K] = [new Matrix(queries, 'queries'), new Matrix(keys, 'keys')];
  if (queries.length > 0 && Q.columns !== K.columns) throw new TypeError('queries do not fit keys');
  const root = Math.sqrt(K.columns);
  return Q.times(K.transposed).map(x => x / root);
}

export const attentionScores = (queries: number[][], keys: number[][]): number[][] =>
  scored(queries, keys).rows;

export const causalMask = (n: number, m: number): boolean[][] =>
  [...Array(n)].map((_, i) => [...Array(m)].map((_, j) => PAST.allows(i, j)));

export const maskedSoftmax = (scores: number[][], mask?: boolean[][]): number[][] => {
  const S = new Matrix(scores, 'scores');
  return weigh(S, Mask.of(mask, scores.length, S.columns)).rows;
};

export const attention = (
  queries: number[][],
  keys: number[][],
  values: number[][],
  options?: { causal?: boolean; mask?: boolean[][] },
): { output: number[][]; weights: number[][] } => {
  const S = scored(queries, keys);
  const V = new Matrix(values, 'values');
  if (values.length !== keys.length) throw new TypeError('values do not go with keys');
  let mask = Mask.of(options?.mask, queries.length, keys.length);
  if (options?.causal === true) mask = mask.and(PAST);
  const W = weigh(S, mask);
  return { output: W.times(V).rows, weights: W.rows };
};
