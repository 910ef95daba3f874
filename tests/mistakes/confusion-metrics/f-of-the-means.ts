// Macro and weighted F are computed from the averaged precision and recall.
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('y');
  const inside = (k: number) => Number.isInteger(k) && k > -1 && k < K;
  if (!y.every(inside) || !predicted.every(inside)) throw new RangeError('labels');
  return [...Array(K).keys()].map(j =>
    [...Array(K).keys()].map(k =>
      y.reduce((c, t, i) => c + Number(t === j && predicted[i] === k), 0),
    ),
  );
}
const frac = (a: number, b: number) => (b ? a / b : 0);
export function report(
  matrix: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  const K = matrix.length;
  if (!K || matrix.some(r => r.length !== K)) throw new RangeError('shape');
  if (!Number.isFinite(beta) || beta < 0) throw new RangeError('beta');
  if (average !== 'macro' && average !== 'micro' && average !== 'weighted')
    throw new RangeError('average');
  const fScore = (p: number, r: number) => frac((1 + beta * beta) * p * r, beta * beta * p + r);
  const n = matrix.flat().reduce((s, c) => s + c, 0);
  const hits = matrix.reduce((s, r, k) => s + r[k], 0);
  const perClass = matrix.map((r, k) => {
    const support = r.reduce((s, c) => s + c, 0);
    const precision = frac(
      r[k],
      matrix.reduce((s, q) => s + q[k], 0),
    );
    const recall = frac(r[k], support);
    return { precision, recall, fBeta: fScore(precision, recall), support };
  });
  let precision = frac(hits, n);
  let recall = precision;
  if (average !== 'micro') {
    precision = recall = 0;
    for (const c of perClass) {
      const w = average === 'macro' ? 1 / K : frac(c.support, n);
      precision += w * c.precision;
      recall += w * c.recall;
    }
  }
  const seen = perClass.filter(c => c.support);
  let mcc: number | null = null;
  if (K === 2) {
    const [[a, b], [c, d]] = matrix;
    mcc = frac(a * d - b * c, Math.sqrt((a + b) * (c + d) * (a + c) * (b + d)));
  }
  return {
    accuracy: frac(hits, n),
    balancedAccuracy: frac(
      seen.reduce((s, c) => s + c.recall, 0),
      seen.length,
    ),
    precision,
    recall,
    fBeta: fScore(precision, recall),
    mcc,
    perClass,
  };
}
