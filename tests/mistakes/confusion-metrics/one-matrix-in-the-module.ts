// Keeps one matrix in the module and counts every call into it.
const counts: number[][] = [];
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  while (counts.length < K) counts.push([]);
  for (const r of counts) while (r.length < K) r.push(0);
  y.forEach((t, i) => {
    if (!Number.isInteger(t) || t < 0 || t >= K) throw new RangeError('label');
    const p = predicted[i];
    if (!Number.isInteger(p) || p < 0 || p >= K) throw new RangeError('prediction');
    counts[t][p]++;
  });
  return counts.slice(0, K).map(r => r.slice(0, K));
}
export function report(
  C: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  const K = C.length;
  if (K === 0 || C.some(r => r.length !== K)) throw new RangeError('shape');
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const z = (a: number, b: number) => (b ? a / b : 0);
  const row = C.map(r => r.reduce((a, b) => a + b, 0));
  const column = C.map((_, k) => C.reduce((a, r) => a + r[k], 0));
  const n = row.reduce((a, b) => a + b, 0);
  const perClass = C.map((r, k) => {
    const precision = z(r[k], column[k]);
    const recall = z(r[k], row[k]);
    return {
      precision,
      recall,
      fBeta: z((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall),
      support: row[k],
    };
  });
  const accuracy = z(
    C.reduce((a, r, k) => a + r[k], 0),
    n,
  );
  const m = (key: 'precision' | 'recall' | 'fBeta') =>
    average === 'micro'
      ? accuracy
      : perClass.reduce((a, c) => a + c[key] * (average === 'macro' ? 1 / K : z(c.support, n)), 0);
  const seen = perClass.filter(c => c.support > 0);
  return {
    accuracy,
    balancedAccuracy: z(
      seen.reduce((a, c) => a + c.recall, 0),
      seen.length,
    ),
    precision: m('precision'),
    recall: m('recall'),
    fBeta: m('fBeta'),
    mcc:
      K === 2
        ? z(
            C[0][0] * C[1][1] - C[0][1] * C[1][0],
            Math.sqrt(row[0] * row[1] * column[0] * column[1]),
          )
        : null,
    perClass,
  };
}
