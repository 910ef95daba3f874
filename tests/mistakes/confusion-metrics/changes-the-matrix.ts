// Appends the sums of the columns to the matrix that it was given.
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const C = Array.from({ length: K }, () => new Array<number>(K).fill(0));
  for (let i = 0; i < y.length; i += 1) {
    if (!(y[i] in C && predicted[i] in C)) throw new RangeError('label');
    C[y[i]][predicted[i]] += 1;
  }
  return C;
}
export function report(
  C: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  const K = C.length;
  if (K === 0 || C.some(r => r.length !== K)) throw new RangeError('shape');
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  C.push(C[0].map((_, k) => C.reduce((s, r) => s + r[k], 0)));
  const z = (a: number, b: number) => (b ? a / b : 0);
  const n = C[K].reduce((a, b) => a + b, 0);
  const perClass = C.slice(0, K).map((r, k) => {
    const support = r.reduce((a, b) => a + b, 0);
    const precision = z(r[k], C[K][k]);
    const recall = z(r[k], support);
    return {
      precision,
      recall,
      fBeta: z((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall),
      support,
    };
  });
  const accuracy = z(
    perClass.reduce((a, _, k) => a + C[k][k], 0),
    n,
  );
  const m = (key: 'precision' | 'recall' | 'fBeta') =>
    average === 'micro'
      ? accuracy
      : perClass.reduce((a, c) => a + c[key] * (average === 'macro' ? 1 / K : z(c.support, n)), 0);
  const seen = perClass.filter(c => c.support > 0);
  const under = Math.sqrt(perClass.reduce((a, c, k) => a * c.support * C[K][k], 1));
  return {
    accuracy,
    balancedAccuracy: z(
      seen.reduce((a, c) => a + c.recall, 0),
      seen.length,
    ),
    precision: m('precision'),
    recall: m('recall'),
    fBeta: m('fBeta'),
    mcc: K === 2 ? z(C[0][0] * C[1][1] - C[0][1] * C[1][0], under) : null,
    perClass,
  };
}
