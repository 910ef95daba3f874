// Wrong: looks the average up in a plain object, where names such as 'constructor' and 'toString' are found although they are none of the three.
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

type Average = (
  scores: ClassScores[],
  pick: (s: ClassScores) => number,
  accuracy: number,
) => number;

const AVERAGES: { [name: string]: Average } = {
  macro: (scores, pick) => scores.reduce((s, c) => s + pick(c), 0) / scores.length,
  weighted: (scores, pick) => {
    const n = scores.reduce((s, c) => s + c.support, 0);
    return n === 0 ? 0 : scores.reduce((s, c) => s + c.support * pick(c), 0) / n;
  },
  micro: (_scores, _pick, accuracy) => accuracy,
};

const zeroSafe = (a: number, b: number) => (a === 0 ? 0 : a / b);

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new RangeError('unlike numbers of labels');
  const range = [...Array(K).keys()];
  if ([...y, ...predicted].some(label => !range.includes(label)))
    throw new RangeError('unknown label');
  const matrix = range.map(() => range.map(() => 0));
  for (const [i, label] of y.entries()) matrix[label][predicted[i]] += 1;
  return matrix;
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const beta = options?.beta ?? 1;
  const average = AVERAGES[options?.average ?? 'macro'];
  if (!average) throw new RangeError('unknown average');
  if (Number.isNaN(beta) || beta < 0 || beta === Infinity) throw new RangeError('beta');
  if (matrix.length === 0) throw new RangeError('no rows');
  if (matrix.some(row => row.length !== matrix.length)) throw new RangeError('not square');

  const rowSums = matrix.map(row => row.reduce((a, b) => a + b, 0));
  const columnSums = matrix.map((_, k) => matrix.reduce((s, row) => s + row[k], 0));
  const diagonal = matrix.map((row, k) => row[k]);
  const b2 = beta ** 2;
  const perClass = diagonal.map((hit, k) => {
    const precision = zeroSafe(hit, columnSums[k]);
    const recall = zeroSafe(hit, rowSums[k]);
    return {
      precision,
      recall,
      fBeta: zeroSafe((1 + b2) * precision * recall, b2 * precision + recall),
      support: rowSums[k],
    };
  });
  const accuracy = zeroSafe(
    diagonal.reduce((a, b) => a + b),
    rowSums.reduce((a, b) => a + b),
  );
  const recalls = perClass.filter(c => c.support > 0).map(c => c.recall);
  const denominator = Math.sqrt([...rowSums, ...columnSums].reduce((a, b) => a * b, 1));
  return {
    accuracy,
    balancedAccuracy: zeroSafe(
      recalls.reduce((a, b) => a + b, 0),
      recalls.length,
    ),
    precision: average(perClass, c => c.precision, accuracy),
    recall: average(perClass, c => c.recall, accuracy),
    fBeta: average(perClass, c => c.fBeta, accuracy),
    mcc:
      matrix.length === 2
        ? zeroSafe(matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0], denominator)
        : null,
    perClass,
  };
}
