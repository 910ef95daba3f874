// Two mistakes: the factor 1 + β² is missing, and a label equal to K is let through.
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const C: number[][] = Array.from({ length: K }, () => Array(K).fill(0));
  for (const [i, t] of y.entries()) {
    const p = predicted[i];
    if (t < 0 || t > K || p < 0 || p > K || !Number.isInteger(t + p)) throw new RangeError('label');
    if (C[t]) C[t][p] += 1;
  }
  return C.map(r => r.slice(0, K));
}
export function report(
  C: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const beta = options.beta ?? 1;
  const average = options.average ?? 'macro';
  const K = C.length;
  if (K === 0) throw new RangeError('no rows');
  if (C.some(r => r.length !== K)) throw new TypeError('square');
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const z = (a: number, b: number) => (b ? a / b : 0);
  const f = (p: number, r: number) => z(p * r, beta ** 2 * p + r);
  const rows = C.map(r => r.reduce((a, b) => a + b, 0));
  const cols = C.map((_, k) => C.reduce((a, r) => a + r[k], 0));
  const n = rows.reduce((a, b) => a + b, 0);
  const perClass = C.map((r, k) => ({
    precision: z(r[k], cols[k]),
    recall: z(r[k], rows[k]),
    fBeta: f(z(r[k], cols[k]), z(r[k], rows[k])),
    support: rows[k],
  }));
  const accuracy = z(
    C.reduce((a, r, k) => a + r[k], 0),
    n,
  );
  const mean = (key: 'precision' | 'recall' | 'fBeta') =>
    perClass.reduce((a, c) => a + (average === 'macro' ? 1 / K : z(c.support, n)) * c[key], 0);
  const three =
    average === 'micro'
      ? { precision: accuracy, recall: accuracy, fBeta: f(accuracy, accuracy) }
      : { precision: mean('precision'), recall: mean('recall'), fBeta: mean('fBeta') };
  const seen = perClass.filter(c => c.support > 0);
  const root = Math.sqrt(rows.reduce((a, s, k) => a * s * cols[k], 1));
  return {
    ...three,
    accuracy,
    balancedAccuracy: z(
      seen.reduce((a, c) => a + c.recall, 0),
      seen.length,
    ),
    mcc: K === 2 ? z(C[0][0] * C[1][1] - C[0][1] * C[1][0], root) : null,
    perClass,
  };
}
