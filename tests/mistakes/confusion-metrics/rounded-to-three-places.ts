// Rounds every score to three places, as a printed report does.
const three = (x: number) => Math.round(1000 * x) / 1000;
const share = (a: number, b: number) => (b > 0 ? three(a / b) : 0);
const sum = (v: number[]) => v.reduce((s, x) => s + x, 0);
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const labels = Array.from({ length: K }, (_, k) => k);
  if ([...y, ...predicted].some(l => !labels.includes(l))) throw new RangeError('label');
  return labels.map(j => labels.map(k => y.filter((l, i) => l === j && predicted[i] === k).length));
}
export function report(
  C: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const { beta = 1, average = 'macro' } = options;
  if (!C.length || C.some(r => r.length !== C.length)) throw new RangeError('shape');
  if (!(beta >= 0 && beta < Infinity)) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const perClass = C.map((r, k) => {
    const precision = share(r[k], sum(C.map(q => q[k])));
    const recall = share(r[k], sum(r));
    return {
      precision,
      recall,
      fBeta: share((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall),
      support: sum(r),
    };
  });
  const accuracy = share(sum(C.map((r, k) => r[k])), sum(C.flat()));
  const w = perClass.map(c => (average === 'weighted' ? c.support : 1));
  const mean = (v: number[]) =>
    average === 'micro' ? accuracy : share(sum(v.map((x, k) => x * w[k])), sum(w));
  const seen = perClass.filter(c => c.support);
  const root = Math.sqrt(perClass.reduce((p, c, k) => p * c.support * sum(C.map(q => q[k])), 1));
  return {
    accuracy,
    balancedAccuracy: share(sum(seen.map(c => c.recall)), seen.length),
    precision: mean(perClass.map(c => c.precision)),
    recall: mean(perClass.map(c => c.recall)),
    fBeta: mean(perClass.map(c => c.fBeta)),
    mcc: C.length === 2 ? share(C[0][0] * C[1][1] - C[0][1] * C[1][0], root) : null,
    perClass,
  };
}
