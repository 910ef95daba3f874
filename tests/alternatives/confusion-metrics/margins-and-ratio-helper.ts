// Right: row and column sums first, then every measure through one ratio helper that makes 0 / 0 a 0.
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

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function fScore(precision: number, recall: number, beta: number): number {
  // the weights of precision and recall, 1 / (1 + β²) and β² / (1 + β²), cannot overflow in this form
  const forRecall = 1 / (1 + 1 / (beta * beta));
  const forPrecision = 1 / (1 + beta * beta);
  return ratio(precision * recall, forRecall * precision + forPrecision * recall);
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('labels and predictions of unlike number');
  const isClass = (label: number) => Number.isInteger(label) && label >= 0 && label < K;
  if (!y.every(isClass) || !predicted.every(isClass))
    throw new RangeError('a label is not one of 0 … K - 1');
  const matrix = Array.from({ length: K }, () => new Array<number>(K).fill(0));
  y.forEach((label, i) => {
    matrix[label][predicted[i]] += 1;
  });
  return matrix;
}

export function report(
  matrix: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
): Report {
  const { beta = 1, average = 'macro' } = options;
  const K = matrix.length;
  if (K === 0 || matrix.some(row => row.length !== K))
    throw new TypeError('the matrix must be square');
  if (!Number.isFinite(beta) || beta < 0)
    throw new RangeError('beta must be finite and not negative');
  if (average !== 'macro' && average !== 'micro' && average !== 'weighted')
    throw new RangeError('unknown average');

  const rows: number[] = new Array(K).fill(0);
  const columns: number[] = new Array(K).fill(0);
  let hits = 0;
  let total = 0;
  for (let j = 0; j < K; j += 1) {
    for (let k = 0; k < K; k += 1) {
      rows[j] += matrix[j][k];
      columns[k] += matrix[j][k];
      total += matrix[j][k];
      if (j === k) hits += matrix[j][k];
    }
  }

  const perClass = matrix.map((row, k): ClassScores => {
    const precision = ratio(row[k], columns[k]);
    const recall = ratio(row[k], rows[k]);
    return { precision, recall, fBeta: fScore(precision, recall, beta), support: rows[k] };
  });

  const accuracy = ratio(hits, total);
  let overall = { precision: 0, recall: 0, fBeta: 0 };
  if (average === 'micro') {
    overall = { precision: accuracy, recall: accuracy, fBeta: fScore(accuracy, accuracy, beta) };
  } else {
    const weights = average === 'macro' ? perClass.map(() => 1) : rows;
    const sum = average === 'macro' ? K : total;
    const mean = (key: 'precision' | 'recall' | 'fBeta') =>
      ratio(
        perClass.reduce((acc, scores, k) => acc + weights[k] * scores[key], 0),
        sum,
      );
    overall = { precision: mean('precision'), recall: mean('recall'), fBeta: mean('fBeta') };
  }

  const supported = perClass.filter(scores => scores.support > 0);
  const balancedAccuracy = ratio(
    supported.reduce((acc, scores) => acc + scores.recall, 0),
    supported.length,
  );

  let mcc: number | null = null;
  if (K === 2) {
    const [[a, b], [c, d]] = matrix;
    mcc = ratio(
      a * d - b * c,
      Math.sqrt(rows[0]) * Math.sqrt(rows[1]) * Math.sqrt(columns[0]) * Math.sqrt(columns[1]),
    );
  }
  return { accuracy, balancedAccuracy, ...overall, mcc, perClass };
}
