// Thinks that the MAP estimate is the mean of the posterior.
const Checked = {
  unit(v: number) {
    if (v < 0 || v > 1) throw new RangeError(`${v} is not in [0, 1]`);
    return v;
  },
  count(v: number) {
    if (v < 0 || !Number.isInteger(v)) throw new RangeError(`${v} is no count`);
    return v;
  },
  positive(v: number) {
    if (v <= 0) throw new RangeError(`${v} is not positive`);
    return v;
  },
};

export function posterior(prior: number, se: number, sp: number, positives = 1): number {
  let p = Checked.unit(prior);
  Checked.unit(se);
  Checked.unit(sp);
  let left = Checked.count(positives);
  while (left-- > 0) {
    const all = p * se + (1 - p) * (1 - sp);
    if (all === 0) throw new RangeError('impossible');
    p = (p * se) / all;
  }
  return p;
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  Checked.positive(a);
  Checked.positive(b);
  Checked.count(successes);
  Checked.count(Checked.count(trials) - successes);
  const estimate = (a + successes) / (a + b + trials);
  return { mle: trials ? successes / trials : null, map: estimate, mean: estimate };
}

export function gaussianMLE(x: number[]) {
  if (!x.length) throw new RangeError('empty');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
