// Wrong: zero positives count as one because of ||, and mle is 0 instead of null where there were no trials.
const inUnit = (...values: number[]) =>
  values.forEach(v => {
    if (v < 0 || v > 1) throw new RangeError(`${v} is not in [0, 1]`);
  });

const sigmoid = (t: number) => 1 / (1 + Math.exp(-t));

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  const k = positives || 1;
  inUnit(prior, sensitivity, specificity);
  if (k < 0 || k !== Math.round(k)) throw new RangeError('positives');
  const impossibleIll = prior * sensitivity === 0;
  const impossibleHealthy = (1 - prior) * (1 - specificity) === 0;
  if (impossibleIll && impossibleHealthy) throw new RangeError('no such result');
  if (impossibleIll) return 0;
  if (impossibleHealthy) return 1;
  return sigmoid(Math.log(prior / (1 - prior)) + k * Math.log(sensitivity / (1 - specificity)));
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (Math.min(a, b) <= 0) throw new RangeError('shape');
  for (const count of [successes, trials - successes]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError('counts');
  }
  const alpha = a + successes;
  const beta = b + trials - successes;
  const modeOf = () => {
    if (alpha > 1 && beta > 1) return (alpha - 1) / (alpha + beta - 2);
    if ((alpha < 1 && beta < 1) || (alpha === 1 && beta === 1)) return null;
    return Number(alpha > beta);
  };
  return { mle: successes / Math.max(trials, 1), map: modeOf(), mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) throw new RangeError('no data');
  const shift = x[0];
  const d = x.map(v => v - shift);
  const m = d.reduce((p, q) => p + q) / d.length;
  return {
    mean: shift + m,
    variance: d.map(v => (v - m) * (v - m)).reduce((p, q) => p + q) / d.length,
  };
}
