// Divides by n − 1, as the first course in statistics taught, and gives 0 for a single number.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  for (const p of [prior, sensitivity, specificity]) if (p < 0 || p > 1) throw new RangeError('p');
  if (positives < 0 || positives !== Math.round(positives)) throw new RangeError('positives');
  let ill = prior;
  let healthy = 1 - prior;
  for (let i = 0; i < positives; i++) {
    ill *= sensitivity;
    healthy *= 1 - specificity;
    const sum = ill + healthy;
    if (sum === 0) throw new RangeError('impossible');
    ill /= sum;
    healthy /= sum;
  }
  return ill;
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  if (successes !== Math.round(successes) || trials !== Math.round(trials))
    throw new RangeError('');
  if (successes < 0 || successes > trials) throw new RangeError('counts');
  const up = a + successes - 1;
  const down = b + trials - successes - 1;
  let map: number | null = null;
  if (up > 0 && down > 0) map = up / (up + down);
  else if (up >= 0 && down <= 0 && up !== down) map = 1;
  else if (up <= 0 && down >= 0 && up !== down) map = 0;
  const mean = (a + successes) / (a + b + trials);
  return trials === 0 ? { mle: null, map, mean } : { mle: successes / trials, map, mean };
}

export function gaussianMLE(x: number[]) {
  const n = x.length;
  if (n === 0) throw new RangeError('sample');
  const mean = x.reduce((a, b) => a + b) / n;
  let total = 0;
  for (const v of x) total += (v - mean) ** 2;
  return { mean, variance: n === 1 ? 0 : total / (n - 1) };
}
