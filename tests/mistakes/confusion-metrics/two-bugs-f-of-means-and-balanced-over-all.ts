// Wrong: the overall F is taken of the averaged precision and recall, and the balanced accuracy also counts classes without support.
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

function safe(numerator: number, denominator: number): number {
  const value = numerator / denominator;
  return Number.isNaN(value) ? 0 : value;
}

function f(precision: number, recall: number, beta: number): number {
  const square = beta * beta;
  return safe((1 + square) * precision * recall, square * precision + recall);
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new RangeError('y and predicted must be equally long');
  const legal = (v: number) => v >= 0 && v < K && Math.floor(v) === v;
  const table: number[][] = [];
  for (let j = 0; j < K; j++) table.push(new Array(K).fill(0));
  for (let i = 0; i < y.length; i++) {
    if (!legal(y[i]) || !legal(predicted[i])) throw new RangeError('label out of range');
    table[y[i]][predicted[i]] += 1;
  }
  return table;
}

export function report(
  matrix: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
): Report {
  const K = matrix.length;
  if (K === 0) throw new RangeError('empty matrix');
  matrix.forEach(row => {
    if (row.length !== K) throw new RangeError('not square');
  });
  if (!Number.isFinite(beta) || beta < 0) throw new RangeError('beta');
  const perClass: ClassScores[] = [];
  let trace = 0;
  let n = 0;
  for (let k = 0; k < K; k++) {
    let support = 0;
    let named = 0;
    for (let j = 0; j < K; j++) {
      support += matrix[k][j];
      named += matrix[j][k];
    }
    trace += matrix[k][k];
    n += support;
    const precision = safe(matrix[k][k], named);
    const recall = safe(matrix[k][k], support);
    perClass.push({ precision, recall, fBeta: f(precision, recall, beta), support });
  }
  let precision = 0;
  let recall = 0;
  if (average === 'macro') {
    for (const c of perClass) {
      precision += c.precision / K;
      recall += c.recall / K;
    }
  } else if (average === 'weighted') {
    for (const c of perClass) {
      precision += safe(c.precision * c.support, n);
      recall += safe(c.recall * c.support, n);
    }
  } else if (average === 'micro') {
    precision = recall = safe(trace, n);
  } else {
    throw new RangeError('average');
  }
  let mcc: number | null = null;
  if (K === 2) {
    const [a, b, c, d] = matrix.flat();
    mcc = safe(a * d - b * c, Math.sqrt((a + b) * (c + d) * (a + c) * (b + d)));
  }
  const balancedAccuracy = perClass.reduce((s, c) => s + c.recall, 0) / K;
  return {
    accuracy: safe(trace, n),
    balancedAccuracy,
    precision,
    recall,
    fBeta: f(precision, recall, beta),
    mcc,
    perClass,
  };
}
