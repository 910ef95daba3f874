// Gives one half, the mean, where a flat density has no highest point.
export function posterior(prior: number, sens: number, spec: number, positives = 1): number {
  if ([prior, sens, spec].some(v => v < 0) || [prior, sens, spec].some(v => v > 1)) {
    throw new RangeError('probabilities lie in [0, 1]');
  }
  if (positives < 0) throw new RangeError('negative');
  if (!Number.isInteger(positives)) throw new RangeError('fraction');
  return positives === 0 ? prior : again(prior, sens, spec, positives);
}
function again(prior: number, sens: number, spec: number, positives: number): number {
  let p = prior;
  do {
    const a = p * sens;
    const b = (1 - p) * (1 - spec);
    if (a === 0 && b === 0) throw new RangeError('impossible');
    p = a / (a + b);
  } while (--positives > 0);
  return p;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) throw new RangeError('whole');
  if (successes < 0 || successes > trials) throw new RangeError('range');
  const A = a + successes;
  const B = b + trials - successes;
  let map: number | null = 0;
  if (A > 1 && B > 1) map = (A - 1) / (A + B - 2);
  else if (A === 1 && B === 1) map = 0.5;
  else if (A < 1 && B < 1) map = null;
  else if (A > B) map = 1;
  return { mle: trials === 0 ? null : successes / trials, map, mean: A / (A + B) };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
