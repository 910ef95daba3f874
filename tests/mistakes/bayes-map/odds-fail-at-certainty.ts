// Converts to odds and back, which gives Infinity / Infinity for a certain answer.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  const bad = (p: number) => p < 0 || p > 1;
  if (bad(prior) || bad(sensitivity) || bad(specificity)) throw new RangeError('probability');
  if (positives < 0 || positives % 1 !== 0) throw new RangeError('count');
  if (positives > 0 && prior * sensitivity === 0 && (1 - prior) * (1 - specificity) === 0) {
    throw new RangeError('nobody');
  }
  const odds = (prior / (1 - prior)) * (sensitivity / (1 - specificity)) ** positives;
  return odds / (1 + odds);
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (!(a > 0 && b > 0)) throw new RangeError('prior');
  for (const c of [successes, trials, trials - successes]) {
    if (c < 0 || c % 1 !== 0) throw new RangeError('count');
  }
  const al = a + successes;
  const be = b + (trials - successes);
  const map =
    al > 1 && be > 1
      ? (al - 1) / (al + be - 2)
      : (al < 1 && be < 1) || (al === 1 && be === 1)
        ? null
        : al < be
          ? 0
          : 1;
  return { mle: trials === 0 ? null : successes / trials, map, mean: al / (al + be) };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  let mean = 0;
  let m2 = 0;
  let n = 0;
  for (const v of x) {
    n += 1;
    const d = v - mean;
    mean += d / n;
    m2 += d * (v - mean);
  }
  return { mean, variance: m2 / n };
}
