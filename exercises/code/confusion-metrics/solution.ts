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

/** How often each class (row) was predicted as each (column). */
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (predicted.length !== y.length) {
    throw new TypeError(`confusionMatrix: ${predicted.length} predictions for ${y.length} labels`);
  }
  const matrix = Array.from({ length: K }, () => new Array<number>(K).fill(0)); // [K][K]
  y.forEach((truth, i) => {
    checkLabel(truth, K);
    checkLabel(predicted[i], K);
    matrix[truth][predicted[i]] += 1;
  });
  return matrix;
}

/** What a confusion matrix says about a classifier. */
export function report(
  matrix: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
): Report {
  const { beta = 1, average = 'macro' } = options;
  checkMatrix(matrix);
  checkOptions(beta, average);

  const perClass = matrix.map((row, k) => {
    const support = sum(row); // examples of class k
    const claimed = sum(matrix.map(other => other[k])); // predictions of class k
    const precision = ratio(row[k], claimed);
    const recall = ratio(row[k], support);
    return { precision, recall, fBeta: fScore(precision, recall, beta), support };
  }); // [K]
  const right = sum(matrix.map((row, k) => row[k]));
  const accuracy = ratio(right, sum(matrix.flat()));
  const present = perClass.filter(({ support }) => support > 0);
  const balancedAccuracy = ratio(sum(present.map(({ recall }) => recall)), present.length);
  const mcc = matrix.length === 2 ? matthews(matrix) : null;

  if (average === 'micro') {
    // Each wrong prediction is missed by one class and claimed by another: both sums are n.
    const fBeta = fScore(accuracy, accuracy, beta);
    const [precision, recall] = [accuracy, accuracy];
    return { accuracy, balancedAccuracy, precision, recall, fBeta, mcc, perClass };
  }
  const weights = perClass.map(({ support }) => (average === 'weighted' ? support : 1)); // [K]
  const mean = (scores: number[]) =>
    ratio(sum(scores.map((score, k) => score * weights[k])), sum(weights));
  const precision = mean(perClass.map(scores => scores.precision));
  const recall = mean(perClass.map(scores => scores.recall));
  const fBeta = mean(perClass.map(scores => scores.fBeta));
  return { accuracy, balancedAccuracy, precision, recall, fBeta, mcc, perClass };
}

/** The weighted harmonic mean of precision and recall. */
function fScore(precision: number, recall: number, beta: number): number {
  const b2 = beta * beta;
  return ratio((1 + b2) * precision * recall, b2 * precision + recall);
}

/** The correlation of truth and prediction, each as 0 or 1. */
function matthews([[a, b], [c, d]]: number[][]): number {
  return ratio(a * d - b * c, Math.sqrt((a + b) * (c + d) * (a + c) * (b + d)));
}

/** A quotient in which 0 / 0 is 0. */
function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function checkLabel(label: number, K: number): void {
  if (!Number.isInteger(label) || label < 0 || label >= K) {
    throw new RangeError(`confusionMatrix: label ${label} with ${K} classes`);
  }
}

function checkMatrix(matrix: number[][]): void {
  if (matrix.length === 0) throw new RangeError('report: a matrix without rows');
  const odd = matrix.find(row => row.length !== matrix.length);
  if (odd) throw new TypeError(`report: ${matrix.length} rows, one of them of ${odd.length} cells`);
}

function checkOptions(beta: number, average: string): void {
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError(`report: beta ${beta}`);
  if (!['macro', 'micro', 'weighted'].includes(average)) {
    throw new RangeError(`report: average ${average}`);
  }
}
