// Rounds every result to four decimals.
const round = (v: number) => Math.round(v * 1e4) / 1e4;
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if ([prior, sensitivity, specificity].some(p => p < 0 || p > 1)) throw new RangeError('p');
  if (positives < 0 || !Number.isInteger(positives)) throw new RangeError('positives');
  let p = prior;
  for (let i = 0; i < positives; i++) {
    const z = p * sensitivity + (1 - p) * (1 - specificity);
    if (z === 0) throw new RangeError('z');
    p = (p * sensitivity) / z;
  }
  return round(p);
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) throw new RangeError('whole');
  if (successes < 0 || successes > trials) throw new RangeError('range');
  const alpha = a + successes;
  const beta = b + trials - successes;
  let map: number | null = Number(alpha > beta);
  if (alpha > 1 && beta > 1) map = round((alpha - 1) / (alpha + beta - 2));
  else if (alpha === beta || Math.max(alpha, beta) < 1) map = null;
  return {
    mle: trials ? round(successes / trials) : null,
    map,
    mean: round(alpha / (alpha + beta)),
  };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  const variance = x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length;
  return { mean: round(mean), variance: round(variance) };
}
