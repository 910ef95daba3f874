// Per cent instead of fractions in accuracy.
type One = { precision: number; recall: number; fBeta: number; support: number };
const div = (a: number, b: number) => (b === 0 ? 0 : a / b);
const total = (v: number[]) => v.reduce((s, x) => s + x, 0);
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('lengths');
  const ok = (l: number) => Number.isInteger(l) && l >= 0 && l < K;
  const m: number[][] = Array.from({ length: K }, () => Array(K).fill(0));
  for (let i = 0; i < y.length; i++) {
    if (!ok(y[i]) || !ok(predicted[i])) throw new RangeError('label');
    m[y[i]][predicted[i]]++;
  }
  return m;
}
export function report(
  m: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const beta = options.beta ?? 1;
  const average = options.average ?? 'macro';
  const K = m.length;
  if (K === 0) throw new RangeError('rows');
  if (m.some(x => x.length !== K)) throw new TypeError('square');
  if (!(beta >= 0) || beta === Infinity) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const row = (k: number) => total(m[k]);
  const column = (k: number) => total(m.map(x => x[k]));
  const perClass = m.map((x, k): One => {
    const hit = x[k];
    const p = div(hit, column(k));
    const r = div(hit, row(k));
    return {
      precision: p,
      recall: r,
      fBeta: div((1 + beta ** 2) * p * r, beta ** 2 * p + r),
      support: row(k),
    };
  });
  const accuracy = Math.round((100 * total(m.map((x, k) => x[k]))) / total(m.flat()));
  const seen = perClass.filter(c => c.support > 0);
  const balancedAccuracy = div(total(seen.map(c => c.recall)), seen.length);
  const mcc =
    K === 2
      ? div(
          m[0][0] * m[1][1] - m[0][1] * m[1][0],
          Math.sqrt(row(0) * row(1) * column(0) * column(1)),
        )
      : null;
  const rest = { accuracy, balancedAccuracy, mcc, perClass };
  if (average === 'micro')
    return { ...rest, precision: accuracy, recall: accuracy, fBeta: accuracy };
  const weight = (c: One) => (average === 'macro' ? 1 : c.support);
  const mean = (of: (c: One) => number) =>
    div(total(perClass.map(c => weight(c) * of(c))), total(perClass.map(weight)));
  return {
    ...rest,
    precision: mean(c => c.precision),
    recall: mean(c => c.recall),
    fBeta: mean(c => c.fBeta),
  };
}
