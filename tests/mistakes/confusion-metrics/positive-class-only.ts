// With two classes, precision, recall and F are those of class 1, as a library gives by default.
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const m: number[][] = [];
  for (let j = 0; j < K; j++) m.push(Array.from({ length: K }, () => 0));
  for (const i of y.keys()) {
    if (!m[y[i]] || m[y[i]][predicted[i]] === undefined) throw new RangeError('label');
    m[y[i]][predicted[i]] += 1;
  }
  return m;
}
export function report(
  m: number[][],
  options?: { beta?: number; average?: 'macro' | 'micro' | 'weighted' },
) {
  const K = m.length;
  if (K < 1) throw new RangeError('m');
  if (m.some(r => r.length !== K)) throw new TypeError('m');
  const beta = options?.beta ?? 1;
  const average = options?.average ?? 'macro';
  if (!Number.isFinite(beta) || beta < 0) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const d = (a: number, b: number) => (b === 0 ? 0 : a / b);
  const s = (v: number[]) => v.reduce((a, b) => a + b, 0);
  const perClass = m.map((r, k) => {
    const precision = d(r[k], s(m.map(x => x[k])));
    const recall = d(r[k], s(r));
    return {
      precision,
      recall,
      fBeta: d((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall),
      support: s(r),
    };
  });
  const accuracy = d(s(m.map((r, k) => r[k])), s(m.flat()));
  const seen = perClass.filter(c => c.support > 0);
  const balancedAccuracy = d(s(seen.map(c => c.recall)), seen.length);
  if (K === 2) {
    const [[tn, fp], [fn, tp]] = m;
    const mcc = d(tp * tn - fp * fn, Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)));
    const { precision, recall, fBeta } = perClass[1];
    return { accuracy, balancedAccuracy, precision, recall, fBeta, mcc, perClass };
  }
  const w = perClass.map(c => (average === 'macro' ? 1 : c.support));
  const mean = (v: number[]) =>
    average === 'micro' ? accuracy : d(s(v.map((x, k) => x * w[k])), s(w));
  return {
    accuracy,
    balancedAccuracy,
    precision: mean(perClass.map(c => c.precision)),
    recall: mean(perClass.map(c => c.recall)),
    fBeta: mean(perClass.map(c => c.fBeta)),
    mcc: null,
    perClass,
  };
}
