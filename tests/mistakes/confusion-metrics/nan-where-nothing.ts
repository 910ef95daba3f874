// Divides without looking: a class that is never predicted, or never occurs, becomes NaN.
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('different numbers');
  const C: number[][] = [];
  for (let k = 0; k < K; k++) C.push(new Array(K).fill(0));
  y.forEach((t, i) => {
    for (const l of [t, predicted[i]]) if (!(l in C)) throw new RangeError(`label ${l}`);
    C[t][predicted[i]] += 1;
  });
  return C;
}
export function report(
  C: number[][],
  opts: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const { beta = 1, average = 'macro' } = opts;
  if (C.length === 0) throw new RangeError('empty');
  if (!C.every(r => r.length === C.length)) throw new TypeError('not square');
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const n = C.flat().reduce((a, b) => a + b, 0);
  const perClass = C.map((r, k) => {
    const support = r.reduce((a, b) => a + b, 0);
    const precision = r[k] / C.reduce((a, q) => a + q[k], 0);
    const recall = r[k] / support;
    return {
      precision,
      recall,
      fBeta: ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall),
      support,
    };
  });
  const accuracy = C.reduce((a, r, k) => a + r[k], 0) / n;
  const avg = (key: 'precision' | 'recall' | 'fBeta') =>
    average === 'micro'
      ? accuracy
      : perClass.reduce(
          (a, c) => a + c[key] * (average === 'macro' ? 1 / C.length : c.support / n),
          0,
        );
  const present = perClass.filter(c => c.support > 0);
  const [[tn, fp], [fn, tp]] =
    C.length === 2
      ? C
      : [
          [1, 1],
          [1, 1],
        ];
  return {
    accuracy,
    balancedAccuracy: present.reduce((a, c) => a + c.recall, 0) / present.length,
    precision: avg('precision'),
    recall: avg('recall'),
    fBeta: avg('fBeta'),
    mcc:
      C.length === 2
        ? (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
        : null,
    perClass,
  };
}
