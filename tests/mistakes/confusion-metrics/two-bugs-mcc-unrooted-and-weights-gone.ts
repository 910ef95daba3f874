// Two mistakes: the root is missing in the coefficient, and 'weighted' is treated as 'macro'.
const add = (...v: number[]) => v.reduce((a, b) => a + b, 0);
const per = (a: number, b: number) => (b !== 0 ? a / b : 0);
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('y, predicted');
  for (const l of [...y, ...predicted])
    if (l < 0 || l >= K || l % 1 !== 0) throw new RangeError(`label ${l}`);
  const C = [...new Array(K)].map(() => [...new Array(K)].map(() => 0));
  for (const i of y.keys()) C[y[i]][predicted[i]]++;
  return C;
}
export function report(
  C: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const { beta = 1, average = 'macro' } = options;
  if (C.length === 0 || C.some(r => r.length !== C.length)) throw new RangeError('C');
  if (beta < 0 || !Number.isFinite(beta)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const perClass = C.map((r, k) => {
    const precision = per(r[k], add(...C.map(q => q[k])));
    const recall = per(r[k], add(...r));
    const fBeta = per((1 + beta * beta) * precision * recall, beta * beta * precision + recall);
    return { precision, recall, fBeta, support: add(...r) };
  });
  const accuracy = per(add(...C.map((r, k) => r[k])), add(...C.flat()));
  const mean = (v: number[]) => (average === 'micro' ? accuracy : add(...v) / v.length);
  const seen = perClass.filter(c => c.support > 0);
  const mcc = () => {
    const [[a, b], [c, d]] = C;
    return per(a * d - b * c, (a + b) * (c + d) * (a + c) * (b + d));
  };
  return {
    accuracy,
    balancedAccuracy: per(add(...seen.map(c => c.recall)), seen.length),
    precision: mean(perClass.map(c => c.precision)),
    recall: mean(perClass.map(c => c.recall)),
    fBeta: mean(perClass.map(c => c.fBeta)),
    mcc: C.length === 2 ? mcc() : null,
    perClass,
  };
}
