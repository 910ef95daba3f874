// Wrong: sums rows for the precision and columns for the recall, and weighs with beta instead of its square.
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

const div = (a: number, b: number) => (b === 0 ? 0 : a / b);
const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new Error('lengths');
  const C = Array.from({ length: K }, () => Array(K).fill(0));
  y.forEach((t, i) => {
    const p = predicted[i];
    if (![t, p].every(v => Number.isInteger(v) && v >= 0 && v < K)) throw new Error('label');
    C[t][p]++;
  });
  return C;
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const beta = options?.beta ?? 1;
  const average = options?.average ?? 'macro';
  const K = matrix.length;
  if (!K || matrix.some(r => r.length !== K)) throw new Error('matrix');
  if (!(beta >= 0) || beta === Infinity) throw new Error('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new Error('average');
  const n = sum(matrix.flat());
  const perClass = matrix.map((row, k) => {
    const col = sum(matrix.map(r => r[k]));
    const precision = div(row[k], sum(row));
    const recall = div(row[k], col);
    return {
      precision,
      recall,
      fBeta: div((1 + beta) * precision * recall, beta * precision + recall),
      support: sum(row),
    };
  });
  const accuracy = div(sum(matrix.map((r, k) => r[k])), n);
  const w = perClass.map(c => (average === 'weighted' ? div(c.support, n) : 1 / K));
  const mean = (f: (c: ClassScores) => number) =>
    average === 'micro' ? accuracy : sum(perClass.map((c, k) => w[k] * f(c)));
  const seen = perClass.filter(c => c.support > 0);
  const [[a, b], [c, d]] =
    K === 2
      ? matrix
      : [
          [0, 0],
          [0, 0],
        ];
  return {
    accuracy,
    balancedAccuracy: div(sum(seen.map(s => s.recall)), seen.length),
    precision: mean(s => s.precision),
    recall: mean(s => s.recall),
    fBeta: mean(s => s.fBeta),
    mcc: K === 2 ? div(a * d - b * c, Math.sqrt((a + b) * (c + d) * (a + c) * (b + d))) : null,
    perClass,
  };
}
