// The number of classes is read off the labels, so trailing classes without examples are missing.
export function confusionMatrix(y: number[], predicted: number[], K: number): number[][] {
  if (y.length !== predicted.length) throw new TypeError('unequal lengths');
  const all = y.concat(predicted);
  if (all.some(label => label < 0 || label >= K || label !== Math.trunc(label)))
    throw new RangeError('label');
  const size = all.reduce((most, label) => Math.max(most, label + 1), 0);
  const C = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  y.forEach((label, i) => {
    C[label][predicted[i]]++;
  });
  return C;
}
const quotient = (a: number, b: number) => (b === 0 ? 0 : a / b);
const plus = (a: number, b: number) => a + b;
export function report(
  C: number[][],
  options: { beta?: number; average?: 'macro' | 'micro' | 'weighted' } = {},
) {
  const beta2 = (options.beta ?? 1) ** 2;
  const average = options.average ?? 'macro';
  if (C.length === 0) throw new RangeError('no classes');
  if (C.some(row => row.length !== C.length)) throw new TypeError('not square');
  if (!((options.beta ?? 1) >= 0) || options.beta === Infinity) throw new RangeError('beta');
  if (!['macro', 'micro', 'weighted'].includes(average)) throw new RangeError('average');
  const perClass = C.map((row, k) => {
    const support = row.reduce(plus, 0);
    const precision = quotient(row[k], C.map(r => r[k]).reduce(plus, 0));
    const recall = quotient(row[k], support);
    return {
      precision,
      recall,
      fBeta: quotient((1 + beta2) * precision * recall, beta2 * precision + recall),
      support,
    };
  });
  const n = C.flat().reduce(plus, 0);
  const accuracy = quotient(C.map((row, k) => row[k]).reduce(plus, 0), n);
  const take = (key: 'precision' | 'recall' | 'fBeta') => {
    if (average === 'micro') return accuracy;
    return perClass
      .map(c => c[key] * (average === 'macro' ? 1 / C.length : quotient(c.support, n)))
      .reduce(plus, 0);
  };
  const seen = perClass.filter(c => c.support > 0).map(c => c.recall);
  const mcc =
    C.length === 2
      ? quotient(
          C[0][0] * C[1][1] - C[0][1] * C[1][0],
          Math.sqrt(
            perClass[0].support * perClass[1].support * (C[0][0] + C[1][0]) * (C[0][1] + C[1][1]),
          ),
        )
      : null;
  return {
    accuracy,
    balancedAccuracy: quotient(seen.reduce(plus, 0), seen.length),
    precision: take('precision'),
    recall: take('recall'),
    fBeta: take('fBeta'),
    mcc,
    perClass,
  };
}
