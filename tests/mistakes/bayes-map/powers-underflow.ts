// Takes the power of each probability; both are 0 after enough results, and 0 / 0 follows.
function isProbability(p: number): boolean {
  return p >= 0 && p <= 1;
}
function isCount(m: number): boolean {
  return m >= 0 && Number.isInteger(m);
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives: number = 1,
): number {
  if (!isProbability(prior)) throw new RangeError('prior');
  if (!isProbability(sensitivity)) throw new RangeError('sensitivity');
  if (!isProbability(specificity)) throw new RangeError('specificity');
  if (!isCount(positives)) throw new RangeError('positives');
  const possible = prior * sensitivity > 0 || (1 - prior) * (1 - specificity) > 0;
  if (positives > 0 && !possible) throw new RangeError('impossible');
  const numerator = sensitivity ** positives * prior;
  const denominator = numerator + (1 - specificity) ** positives * (1 - prior);
  return numerator / denominator;
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0) throw new RangeError('a');
  if (b <= 0) throw new RangeError('b');
  if (!isCount(successes) || !isCount(trials)) throw new RangeError('count');
  if (trials < successes) throw new RangeError('more successes than trials');
  const alpha = a + successes;
  const beta = b + trials - successes;
  let map = null;
  if (alpha > 1 && beta > 1) {
    map = (alpha - 1) / (alpha + beta - 2);
  } else if (alpha > 1 || (alpha === 1 && beta < 1)) {
    map = 1;
  } else if (beta > 1 || (beta === 1 && alpha < 1)) {
    map = 0;
  }
  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((a, v) => a + v) / x.length;
  const variance = x.map(v => (v - mean) ** 2).reduce((a, v) => a + v) / x.length;
  return { mean, variance };
}
