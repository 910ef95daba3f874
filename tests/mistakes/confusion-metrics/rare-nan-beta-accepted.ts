// Wrong: tests beta with comparisons that NaN slips through, and returns NaN scores for it.
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

class Confusion {
  readonly K: number;
  readonly C: number[][];
  constructor(C: number[][]) {
    if (C.length === 0) throw new RangeError('a matrix has rows');
    for (const row of C)
      if (row.length !== C.length) throw new RangeError('rows as long as there are rows');
    this.K = C.length;
    this.C = C;
  }
  row(k: number) {
    return this.C[k].reduce((s, v) => s + v, 0);
  }
  column(k: number) {
    return this.C.reduce((s, r) => s + r[k], 0);
  }
  sum() {
    return this.C.reduce((s, _, k) => s + this.row(k), 0);
  }
  trace() {
    return this.C.reduce((s, r, k) => s + r[k], 0);
  }
  scores(k: number, beta: number): ClassScores {
    const hits = this.C[k][k];
    const support = this.row(k);
    if (hits === 0) return { precision: 0, recall: 0, fBeta: 0, support };
    const precision = hits / this.column(k);
    const recall = hits / support;
    return {
      precision,
      recall,
      fBeta: ((1 + beta * beta) * precision * recall) / (beta * beta * precision + recall),
      support,
    };
  }
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new RangeError('as many predictions as labels');
  const counts = Array.from({ length: K }, () => Array.from({ length: K }, () => 0));
  for (let i = 0; i < y.length; i += 1) {
    const row = Number.isInteger(y[i]) ? counts[y[i]] : undefined;
    if (row === undefined || !Number.isInteger(predicted[i]) || row[predicted[i]] === undefined)
      throw new RangeError('label');
    row[predicted[i]] += 1;
  }
  return counts;
}

export function report(
  matrix: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
): Report {
  const confusion = new Confusion(matrix);
  const { beta = 1, average = 'macro' } = options;
  if (beta < 0 || beta === Infinity) throw new RangeError('beta must be a finite number from 0');
  const perClass = matrix.map((_, k) => confusion.scores(k, beta));
  const n = confusion.sum();
  const accuracy = n === 0 ? 0 : confusion.trace() / n;
  let overall: number[];
  const triples = perClass.map(c => [c.precision, c.recall, c.fBeta]);
  if (average === 'micro') overall = [accuracy, accuracy, accuracy];
  else if (average === 'macro')
    overall = [0, 1, 2].map(t => triples.reduce((s, x) => s + x[t], 0) / triples.length);
  else if (average === 'weighted') {
    overall = [0, 1, 2].map(t =>
      n === 0 ? 0 : triples.reduce((s, x, k) => s + x[t] * perClass[k].support, 0) / n,
    );
  } else throw new RangeError('average');
  const kept = perClass.filter(c => c.support > 0);
  let mcc: number | null = null;
  if (confusion.K === 2) {
    const product = confusion.row(0) * confusion.row(1) * confusion.column(0) * confusion.column(1);
    mcc =
      product === 0
        ? 0
        : (matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0]) / Math.sqrt(product);
  }
  return {
    accuracy,
    balancedAccuracy: kept.length === 0 ? 0 : kept.reduce((s, c) => s + c.recall, 0) / kept.length,
    precision: overall[0],
    recall: overall[1],
    fBeta: overall[2],
    mcc,
    perClass,
  };
}
