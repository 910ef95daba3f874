// Wrong: rounds fractional labels down with | 0 instead of refusing them.
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

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new Error('not as many predictions as labels');
  const flat = new Uint32Array(K * K);
  y.forEach((label, i) => {
    const j = label | 0;
    const k = predicted[i] | 0;
    if (label < 0 || predicted[i] < 0 || j >= K || k >= K)
      throw new Error('label outside 0 … K - 1');
    flat[j * K + k] += 1;
  });
  const rows: number[][] = [];
  for (let j = 0; j < K; j += 1) rows.push([...flat.slice(j * K, j * K + K)]);
  return rows;
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const opt = { beta: options?.beta ?? 1, average: options?.average ?? 'macro' };
  const K = matrix.length;
  if (K === 0) throw new Error('matrix without rows');
  if (matrix.some(({ length }) => length !== K)) throw new Error('matrix is not square');
  if (opt.beta < 0 || !Number.isFinite(opt.beta)) throw new Error('beta');
  if (!/^(macro|micro|weighted)$/.test(opt.average)) throw new Error('average');

  let total = 0;
  let right = 0;
  let recallSum = 0;
  let withSupport = 0;
  const acc = { macro: [0, 0, 0], weighted: [0, 0, 0] };
  const perClass: ClassScores[] = [];
  for (let k = 0; k < K; k += 1) {
    const support = matrix[k].reduce((s, c) => s + c, 0);
    const called = matrix.reduce((s, row) => s + row[k], 0);
    const precision = called > 0 ? matrix[k][k] / called : 0;
    const recall = support > 0 ? matrix[k][k] / support : 0;
    const below = opt.beta * opt.beta * precision + recall;
    const fBeta = below > 0 ? ((1 + opt.beta * opt.beta) * precision * recall) / below : 0;
    perClass.push({ precision, recall, fBeta, support });
    [precision, recall, fBeta].forEach((v, t) => {
      acc.macro[t] += v / K;
      acc.weighted[t] += v * support;
    });
    total += support;
    right += matrix[k][k];
    if (support > 0) {
      recallSum += recall;
      withSupport += 1;
    }
  }
  const accuracy = total > 0 ? right / total : 0;
  const chosen =
    opt.average === 'micro'
      ? [accuracy, accuracy, accuracy]
      : opt.average === 'macro'
        ? acc.macro
        : acc.weighted.map(v => (total > 0 ? v / total : 0));
  let mcc: number | null = null;
  if (K === 2) {
    const [[a, b], [c, d]] = matrix;
    const root = Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
    mcc = root > 0 ? (a * d - b * c) / root : 0;
  }
  return {
    accuracy,
    balancedAccuracy: withSupport > 0 ? recallSum / withSupport : 0,
    precision: chosen[0],
    recall: chosen[1],
    fBeta: chosen[2],
    mcc,
    perClass,
  };
}
