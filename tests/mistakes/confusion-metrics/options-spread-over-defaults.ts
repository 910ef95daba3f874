// Spreads the options over the defaults, so that undefined wins.
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('unequal');
  const C = Array.from({ length: K }, () => new Array<number>(K).fill(0));
  y.forEach((t, i) => {
    for (const l of [t, predicted[i]])
      if (!(l >= 0 && l < K) || l !== Math.round(l)) throw new RangeError('label');
    C[t][predicted[i]] += 1;
  });
  return C;
}
export function report(
  C: number[][],
  given: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const { beta, average } = { beta: 1, average: 'macro', ...given };
  const K = C.length;
  if (K === 0 || C.some(r => r.length !== K)) throw new RangeError('shape');
  if ((beta as number) < 0 || Number.isNaN(beta) || beta === Infinity) throw new RangeError('beta');
  if (average !== undefined && !['macro', 'micro', 'weighted'].includes(average))
    throw new RangeError('average');
  const b2 = (beta as number) ** 2;
  const z = (a: number, b: number) => (b === 0 ? 0 : a / b);
  const s = (v: number[]) => v.reduce((a, b) => a + b, 0);
  const perClass = C.map((r, k) => {
    const [precision, recall] = [z(r[k], s(C.map(q => q[k]))), z(r[k], s(r))];
    return {
      precision,
      recall,
      fBeta: z((1 + b2) * precision * recall, b2 * precision + recall),
      support: s(r),
    };
  });
  const accuracy = z(s(C.map((r, k) => r[k])), s(C.flat()));
  const w = perClass.map(c => (average === 'macro' ? 1 : c.support));
  const mean = (v: number[]) =>
    average === 'micro' ? accuracy : z(s(v.map((x, k) => x * w[k])), s(w));
  const seen = perClass.filter(c => c.support > 0);
  const under = Math.sqrt(perClass.reduce((p, c, k) => p * c.support * s(C.map(r => r[k])), 1));
  return {
    accuracy,
    balancedAccuracy: z(s(seen.map(c => c.recall)), seen.length),
    precision: mean(perClass.map(c => c.precision)),
    recall: mean(perClass.map(c => c.recall)),
    fBeta: mean(perClass.map(c => c.fBeta)),
    mcc: K === 2 ? z(C[0][0] * C[1][1] - C[0][1] * C[1][0], under) : null,
    perClass,
  };
}
