// Counts are whole, quotients are rounded to single precision.
const f = Math.fround;
const q = (a: number, b: number) => (b === 0 ? 0 : f(f(a) / f(b)));

export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('n');
  const m = Array.from({ length: K }, () => Array.from({ length: K }, () => 0));
  for (let i = 0; i < y.length; i++) {
    if (m[y[i]]?.[predicted[i]] === undefined) throw new RangeError(`labels ${i}`);
    m[y[i]][predicted[i]]++;
  }
  return m;
}

export function report(
  matrix: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const K = matrix.length;
  if (K === 0) throw new RangeError('K');
  if (matrix.some(row => row.length !== K)) throw new TypeError('K');
  const b = options.beta ?? 1;
  if (!Number.isFinite(b) || b < 0) throw new RangeError('beta');
  const average = options.average ?? 'macro';
  if (!/^(macro|micro|weighted)$/.test(average)) throw new RangeError('average');
  const bb = f(b * b);
  const fScore = (p: number, r: number) => q(f((1 + bb) * f(p * r)), f(f(bb * p) + r));
  const supports = matrix.map(row => row.reduce((s, c) => s + c, 0));
  const claims = matrix.map((_, k) => matrix.reduce((s, row) => s + row[k], 0));
  const n = supports.reduce((s, c) => s + c, 0);
  const accuracy = q(
    matrix.reduce((s, row, k) => s + row[k], 0),
    n,
  );
  const perClass = matrix.map((row, k) => {
    const precision = q(row[k], claims[k]);
    const recall = q(row[k], supports[k]);
    return { precision, recall, fBeta: fScore(precision, recall), support: supports[k] };
  });
  const weights = average === 'macro' ? supports.map(() => 1) : supports;
  const total = weights.reduce((s, w) => s + w, 0);
  const mean = (values: number[]) =>
    q(
      values.reduce((s, v, k) => f(s + f(v * weights[k])), 0),
      total,
    );
  const seen = perClass.filter(c => c.support > 0).map(c => c.recall);
  let mcc: number | null = null;
  if (K === 2) {
    const root = claims.concat(supports).reduce((s, c) => f(s * f(Math.sqrt(c))), 1);
    mcc = q(matrix[0][0] * matrix[1][1] - matrix[0][1] * matrix[1][0], root);
  }
  const micro = average === 'micro';
  return {
    accuracy,
    balancedAccuracy: q(
      seen.reduce((s, r) => f(s + r), 0),
      seen.length,
    ),
    precision: micro ? accuracy : mean(perClass.map(c => c.precision)),
    recall: micro ? accuracy : mean(perClass.map(c => c.recall)),
    fBeta: micro ? fScore(accuracy, accuracy) : mean(perClass.map(c => c.fBeta)),
    mcc,
    perClass,
  };
}
