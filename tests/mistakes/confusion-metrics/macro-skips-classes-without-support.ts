// Wrong: the macro mean leaves out classes without support.
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

const nan0 = (x: number) => (x !== x ? 0 : x);

function rowSum(M: number[][], k: number) {
  let s = 0;
  for (const v of M[k]) s += v;
  return s;
}

function colSum(M: number[][], k: number) {
  let s = 0;
  for (const r of M) s += r[k];
  return s;
}

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  const M = new Array(K).fill(null).map(() => new Array(K).fill(0));
  if (y.length !== predicted.length) throw new Error('unlike number');
  const check = (v: number) => {
    if (v < 0 || v >= K || v !== Math.round(v)) throw new Error(`label ${v}`);
    return v;
  };
  y.map(check).forEach((t, i) => (M[t][check(predicted[i])] += 1));
  return M;
}

export function report(
  matrix: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
): Report {
  const { beta = 1, average = 'macro' } = options ?? {};
  if (!matrix.length || !matrix.every(r => r.length === matrix.length))
    throw new Error('matrix must be square');
  if (!Number.isFinite(beta) || beta < 0) throw new Error('beta');
  if (average !== 'macro' && average !== 'weighted' && average !== 'micro')
    throw new Error('average');
  const bb = beta * beta;
  const perClass = matrix.map((row, k): ClassScores => {
    const support = rowSum(matrix, k);
    const precision = nan0(row[k] / colSum(matrix, k));
    const recall = nan0(row[k] / support);
    const fBeta = nan0(((1 + bb) * precision * recall) / (bb * precision + recall));
    return { precision, recall, fBeta, support };
  });
  const n = perClass.reduce((s, c) => s + c.support, 0);
  const accuracy = nan0(matrix.reduce((s, r, k) => s + r[k], 0) / n);
  const present = perClass.filter(c => c.support > 0);
  const pool = (key: 'precision' | 'recall' | 'fBeta') => {
    switch (average) {
      case 'macro':
        return nan0(present.reduce((s, c) => s + c[key], 0) / present.length);
      case 'weighted':
        return nan0(present.reduce((s, c) => s + c[key] * c.support, 0) / n);
      default:
        return accuracy;
    }
  };
  let mcc = null;
  if (matrix.length === 2) {
    const [[tn, fp], [fn, tp]] = matrix;
    mcc = nan0((tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
  }
  return {
    accuracy,
    balancedAccuracy: nan0(present.reduce((s, c) => s + c.recall, 0) / present.length),
    precision: pool('precision'),
    recall: pool('recall'),
    fBeta: pool('fBeta'),
    mcc,
    perClass,
  };
}
