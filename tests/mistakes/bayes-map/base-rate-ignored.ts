// Forgets that the ill and the healthy are not equally many.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if ([prior, sensitivity, specificity].some(p => p < 0 || p > 1)) throw new RangeError('p');
  if (positives < 0 || !Number.isInteger(positives)) throw new RangeError('positives');
  if (positives === 0) return prior;
  const hit = prior > 0 ? sensitivity : 0;
  const alarm = prior < 1 ? 1 - specificity : 0;
  if (hit + alarm === 0) throw new RangeError('impossible');
  return 1 / (1 + (alarm / hit) ** positives);
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) throw new RangeError('whole');
  if (successes < 0 || successes > trials) throw new RangeError('counts');
  const A = a + successes;
  const B = b + trials - successes;
  let map: number | null = A > B ? 1 : 0;
  if (A > 1 && B > 1) map = (A - 1) / (A + B - 2);
  else if ((A < 1 && B < 1) || (A === 1 && B === 1)) map = null;
  return { mle: trials ? successes / trials : null, map, mean: A / (A + B) };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('empty');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
