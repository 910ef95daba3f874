// Two mistakes: where the coefficient is 0 / 0 it is null, and an unknown average is taken for macro.
export const confusionMatrix = (y: number[], predicted: number[], K: number): number[][] => {
  if (y.length !== predicted.length) throw new TypeError('unequal');
  const bad = (k: number) => !Number.isInteger(k) || k < 0 || k >= K;
  if (y.some(bad) || predicted.some(bad)) throw new RangeError('bad label');
  const C = Array.from({ length: K }, () => new Array<number>(K).fill(0));
  for (let i = y.length - 1; i >= 0; i--) C[y[i]][predicted[i]]++;
  return C;
};
export const report = (C: number[][], options: { beta?: number; average?: string } = {}) => {
  const { beta = 1, average = 'macro' } = options;
  if (C.length === 0) throw new RangeError('C');
  if (!C.every(r => r.length === C.length)) throw new TypeError('C');
  if (!(beta >= 0) || !Number.isFinite(beta)) throw new RangeError('beta');
  const s = (v: number[]) => v.reduce((a, b) => a + b, 0);
  const z = (a: number, b: number) => (b === 0 ? 0 : a / b);
  const perClass = C.map((r, k) => {
    const [precision, recall] = [z(r[k], s(C.map(q => q[k]))), z(r[k], s(r))];
    return {
      precision,
      recall,
      fBeta: z((1 + beta ** 2) * precision * recall, beta ** 2 * precision + recall),
      support: s(r),
    };
  });
  const accuracy = z(s(C.map((r, k) => r[k])), s(C.flat()));
  const w = perClass.map(c => (average === 'weighted' ? c.support : 1));
  const mean = (v: number[]) =>
    average === 'micro' ? accuracy : z(s(v.map((x, k) => x * w[k])), s(w));
  const seen = perClass.filter(c => c.support > 0);
  let mcc: number | null = null;
  if (C.length === 2) {
    const under =
      perClass[0].support * perClass[1].support * (C[0][0] + C[1][0]) * (C[0][1] + C[1][1]);
    if (under > 0) mcc = (C[0][0] * C[1][1] - C[0][1] * C[1][0]) / Math.sqrt(under);
  }
  return {
    accuracy,
    balancedAccuracy: z(s(seen.map(c => c.recall)), seen.length),
    precision: mean(perClass.map(c => c.precision)),
    recall: mean(perClass.map(c => c.recall)),
    fBeta: mean(perClass.map(c => c.fBeta)),
    mcc,
    perClass,
  };
};
