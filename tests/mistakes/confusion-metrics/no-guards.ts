// Right numbers; nothing is refused.
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  const C = Array.from({ length: K }, () => Array(K).fill(0) as number[]);
  for (let i = 0; i < y.length; i++) C[y[i]][predicted[i]]++;
  return C;
}
export function report(
  C: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  const K = C.length;
  const z = (a: number, b: number) => (b ? a / b : 0);
  const row = C.map(r => r.reduce((a, b) => a + b, 0));
  const column = C.map((_, k) => C.reduce((a, r) => a + r[k], 0));
  const n = row.reduce((a, b) => a + b, 0);
  const b2 = beta ** 2;
  const perClass = C.map((r, k) => ({
    precision: z(r[k], column[k]),
    recall: z(r[k], row[k]),
    fBeta: z((1 + b2) * r[k], column[k] + b2 * row[k]),
    support: row[k],
  }));
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
