// Leaves classes without support out of the macro average.
export function confusionMatrix(y: number[], predicted: number[], K: number) {
  if (y.length !== predicted.length) throw new TypeError('unequal');
  const zero = () => new Array<number>(K).fill(0);
  return y.reduce(
    (C, t, i) => {
      const p = predicted[i];
      if ([t, p].some(l => !Number.isInteger(l) || l < 0 || l >= K)) throw new RangeError('label');
      C[t][p]++;
      return C;
    },
    Array.from({ length: K }, zero),
  );
}
export function report(
  C: number[][],
  { beta = 1, average = 'macro' }: { beta?: number; average?: string } = {},
) {
  const K = C.length;
  if (K === 0) throw new RangeError('K');
  if (C.some(r => r.length !== K)) throw new TypeError('K');
  if (!(beta >= 0) || beta === Infinity) throw new RangeError('beta');
  if (!['macro', 'weighted', 'micro'].includes(average)) throw new RangeError('average');
  const q = (a: number, b: number) => (b === 0 ? 0 : a / b);
  const add = (v: number[]) => v.reduce((s, x) => s + x, 0);
  const perClass = C.map((r, k) => {
    const precision = q(r[k], add(C.map(s => s[k])));
    const recall = q(r[k], add(r));
    return {
      precision,
      recall,
      fBeta: q((1 + beta * beta) * precision * recall, beta * beta * precision + recall),
      support: add(r),
    };
  });
  const present = perClass.filter(c => c.support > 0);
  const accuracy = q(add(C.map((r, k) => r[k])), add(C.flat()));
  const averageOf = (values: number[]) => {
    if (average === 'micro') return accuracy;
    if (average === 'macro') return q(add(values), values.length);
    return q(add(values.map((v, i) => v * present[i].support)), add(present.map(c => c.support)));
  };
  return {
    accuracy,
    balancedAccuracy: q(add(present.map(c => c.recall)), present.length),
    precision: averageOf(present.map(c => c.precision)),
    recall: averageOf(present.map(c => c.recall)),
    fBeta: averageOf(present.map(c => c.fBeta)),
    mcc:
      K !== 2
        ? null
        : q(
            C[0][0] * C[1][1] - C[0][1] * C[1][0],
            Math.sqrt(add(C[0]) * add(C[1]) * (C[0][0] + C[1][0]) * (C[0][1] + C[1][1])),
          ),
    perClass,
  };
}
