// Right: a small class over a flat copy of the counts; F as the weighted harmonic mean of precision and recall.
/** What precision, recall and F-score are worth for one class. */
export type ClassScores = { precision: number; recall: number; fBeta: number; support: number };

/** The scores of all classes, and of the whole. */
export type Report = {
  accuracy: number;
  balancedAccuracy: number;
  precision: number;
  recall: number;
  fBeta: number;
  mcc: number | null;
  perClass: ClassScores[];
};

function quotient(p: number, q: number): number {
  if (q !== 0) return p / q;
  return 0;
}

class Table {
  private readonly cells: Float64Array;
  readonly size: number;

  constructor(matrix: readonly (readonly number[])[]) {
    this.size = matrix.length;
    if (this.size === 0) throw new Error('no rows');
    this.cells = new Float64Array(this.size * this.size);
    for (const [j, row] of matrix.entries()) {
      if (row.length !== this.size)
        throw new Error(`row ${j} is ${row.length} long instead of ${this.size}`);
      this.cells.set(row, j * this.size);
    }
  }

  at(j: number, k: number): number {
    return this.cells[j * this.size + k];
  }

  /** the sum of `size` cells from a start, a step apart */
  private run(start: number, step: number): number {
    let sum = 0;
    for (let i = 0; i < this.size; i += 1) sum += this.cells[start + i * step];
    return sum;
  }

  support(k: number): number {
    return this.run(k * this.size, 1);
  }

  called(k: number): number {
    return this.run(k, this.size);
  }

  get correct(): number {
    return this.run(0, this.size + 1);
  }

  get count(): number {
    return this.cells.reduce((sum, cell) => sum + cell, 0);
  }
}

function harmonic(p: number, r: number, beta: number): number {
  if (p === 0 || r === 0) return 0;
  const recallWeight = beta === 0 ? 0 : 1 / (1 + 1 / beta / beta);
  const precisionWeight = 1 / (1 + beta * beta);
  return 1 / (precisionWeight / p + recallWeight / r);
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  const n = y.length;
  if (predicted.length !== n) throw new Error('one prediction for each label');
  const matrix: number[][] = [];
  for (let j = 0; j < K; j += 1) {
    matrix[j] = [];
    for (let k = 0; k < K; k += 1) matrix[j][k] = 0;
  }
  for (let i = 0; i < n; i += 1) {
    for (const label of [y[i], predicted[i]]) {
      if (!(label >= 0 && label <= K - 1 && label % 1 === 0))
        throw new Error(`${label} is not a class`);
    }
    matrix[y[i]][predicted[i]] += 1;
  }
  return matrix;
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const table = new Table(matrix);
  const beta = options?.beta ?? 1;
  if (Number.isNaN(beta) || beta < 0 || beta === Infinity) throw new Error('unusable beta');
  const { average = 'macro' }: { average?: string } = options ?? {};

  const perClass: ClassScores[] = [];
  for (let k = 0; k < table.size; k += 1) {
    const precision = quotient(table.at(k, k), table.called(k));
    const recall = quotient(table.at(k, k), table.support(k));
    perClass.push({
      precision,
      recall,
      fBeta: harmonic(precision, recall, beta),
      support: table.support(k),
    });
  }

  const result: Report = {
    accuracy: quotient(table.correct, table.count),
    balancedAccuracy: 0,
    precision: 0,
    recall: 0,
    fBeta: 0,
    mcc: null,
    perClass,
  };

  let supported = 0;
  for (const { recall, support } of perClass) {
    if (support > 0) {
      supported += 1;
      // running mean
      result.balancedAccuracy += (recall - result.balancedAccuracy) / supported;
    }
  }

  switch (average) {
    case 'micro':
      result.precision = result.accuracy;
      result.recall = result.accuracy;
      result.fBeta = result.accuracy;
      break;
    case 'macro':
    case 'weighted':
      for (const scores of perClass) {
        const weight = average === 'macro' ? 1 / table.size : quotient(scores.support, table.count);
        result.precision += weight * scores.precision;
        result.recall += weight * scores.recall;
        result.fBeta += weight * scores.fBeta;
      }
      break;
    default:
      throw new Error(`no average is called ${average}`);
  }

  if (table.size === 2) {
    const product = table.support(0) * table.support(1) * table.called(0) * table.called(1);
    result.mcc = quotient(
      table.at(0, 0) * table.at(1, 1) - table.at(0, 1) * table.at(1, 0),
      Math.sqrt(product),
    );
  }
  return result;
}
