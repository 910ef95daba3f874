// Multiplies the margins as 32-bit integers, which overflow as soon as counts are large.
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const C = Array.from({ length: K }, () => new Int32Array(K));
  y.forEach((t, i) => {
    if (C[t]?.[predicted[i]] === undefined) throw new RangeError('label');
    C[t][predicted[i]]++;
  });
  return C.map(r => Array.from(r));
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
  const fScore = (p: number, r: number) => z((1 + beta ** 2) * p * r, beta ** 2 * p + r);
  const perClass = C.map((r, k) => {
    const precision = z(r[k], column[k]);
    const recall = z(r[k], row[k]);
    return { precision, recall, fBeta: fScore(precision, recall), support: row[k] };
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
  const times = Math.imul;
  const mcc = () => {
    const [[a, b], [c, d]] = C;
    return z(
      times(a, d) - times(b, c),
      Math.sqrt(times(row[0], row[1])) * Math.sqrt(times(column[0], column[1])),
    );
  };
  return {
    accuracy,
    balancedAccuracy: z(
      seen.reduce((a, c) => a + c.recall, 0),
      seen.length,
    ),
    precision: m('precision'),
    recall: m('recall'),
    fBeta: m('fBeta'),
    mcc: K === 2 ? mcc() : null,
    perClass,
  };
}
