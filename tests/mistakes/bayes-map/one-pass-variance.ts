// The mean of the squares minus the square of the mean: nothing is left of it for large numbers.
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  const m = positives === undefined ? 1 : positives;
  const invalid = [prior, sensitivity, specificity].filter(p => p < 0 || p > 1);
  if (invalid.length > 0) throw new RangeError(`not probabilities: ${invalid}`);
  if (!Number.isInteger(m) || m < 0) throw new RangeError(`not a count: ${m}`);
  const step = (p: number): number => {
    const numerator = p * sensitivity;
    const denominator = numerator + (1 - p) * (1 - specificity);
    if (denominator === 0) throw new RangeError('the evidence has probability 0');
    return numerator / denominator;
  };
  let p = prior;
  for (let i = 0; i < m; i += 1) p = step(p);
  return p;
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (Math.min(a, b) <= 0) throw new RangeError('a, b');
  if (![successes, trials].every(Number.isInteger)) throw new RangeError('counts');
  if (successes < 0 || trials < successes) throw new RangeError('counts');
  const alpha = a + successes;
  const beta = b + trials - successes;
  let map: number | null;
  switch (`${Math.sign(alpha - 1)},${Math.sign(beta - 1)}`) {
    case '1,1':
      map = (alpha - 1) / (alpha + beta - 2);
      break;
    case '0,0':
    case '-1,-1':
      map = null;
      break;
    default:
      map = alpha > beta ? 1 : 0;
  }
  return { mle: trials ? successes / trials : null, map, mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  let s1 = 0;
  let s2 = 0;
  for (const v of x) {
    s1 += v;
    s2 += v * v;
  }
  const mean = s1 / x.length;
  return { mean, variance: Math.max(0, s2 / x.length - mean * mean) };
}
