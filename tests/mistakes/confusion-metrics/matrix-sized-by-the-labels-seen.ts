// Wrong: sizes the matrix by the largest label that occurs instead of by K.
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

const q = (a: number, b: number): number => (b ? a / b : 0);

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new RangeError('length of y and predicted');
  let size = 0;
  for (const label of y.concat(predicted)) {
    if (!Number.isInteger(label) || label < 0 || label > K - 1)
      throw new RangeError('class ' + label);
    size = Math.max(size, label + 1);
  }
  const C: number[][] = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let i = 0; i < y.length; i++) C[y[i]][predicted[i]]++;
  return C;
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const beta = options?.beta ?? 1;
  const kind = options?.average ?? 'macro';
  const K = matrix.length;
  if (K < 1 || matrix.some(r => r.length !== K)) throw new RangeError('matrix');
  if (!(beta >= 0 && beta <= Number.MAX_VALUE)) throw new RangeError('beta');
  if (kind !== 'macro' && kind !== 'micro' && kind !== 'weighted') throw new RangeError('average');
  const support = Array(K).fill(0);
  const guessed = Array(K).fill(0);
  let good = 0;
  let all = 0;
  matrix.forEach((row, j) =>
    row.forEach((count, k) => {
      support[j] += count;
      guessed[k] += count;
      all += count;
      good += j === k ? count : 0;
    }),
  );
  const F = (p: number, r: number) => q((1 + beta ** 2) * p * r, beta ** 2 * p + r);
  const perClass: ClassScores[] = support.map((s, k) => {
    const p = q(matrix[k][k], guessed[k]);
    const r = q(matrix[k][k], s);
    return { precision: p, recall: r, fBeta: F(p, r), support: s };
  });
  const weights = kind === 'weighted' ? support : support.map(() => 1);
  const whole = weights.reduce((a, b) => a + b, 0);
  const avg = (values: number[]) =>
    kind === 'micro'
      ? q(good, all)
      : q(
          values.reduce((s, v, k) => s + v * weights[k], 0),
          whole,
        );
  const det = K === 2 ? matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0] : 0;
  return {
    accuracy: q(good, all),
    balancedAccuracy: q(
      perClass.reduce((s, c) => s + c.recall, 0),
      support.filter(s => s > 0).length,
    ),
    precision: avg(perClass.map(c => c.precision)),
    recall: avg(perClass.map(c => c.recall)),
    fBeta: avg(perClass.map(c => c.fBeta)),
    mcc: K === 2 ? q(det, Math.sqrt(support[0] * support[1] * guessed[0] * guessed[1])) : null,
    perClass,
  };
}
