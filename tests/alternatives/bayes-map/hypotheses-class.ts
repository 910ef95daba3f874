// A distribution over any number of hypotheses, updated and normalised; the exports only use it.
class Belief {
  private readonly shares: readonly number[];

  constructor(shares: readonly number[]) {
    if (shares.some(share => share < 0 || share > 1)) throw new RangeError('Belief: bad share');
    this.shares = shares;
  }

  after(likelihoods: readonly number[]): Belief {
    if (likelihoods.some(value => value < 0 || value > 1)) throw new RangeError('likelihood');
    const joint = this.shares.map((share, h) => share * likelihoods[h]);
    const evidence = joint.reduce((sum, value) => sum + value);
    if (evidence === 0) throw new RangeError('Belief: the data are impossible');
    return new Belief(joint.map(value => Math.min(1, value / evidence)));
  }

  of(h: number): number {
    return this.shares[h];
  }
}

export function posterior(
  ...[prior, sensitivity, specificity, positives]: [number, number, number, number?]
): number {
  const results = positives === undefined ? 1 : positives;
  if (results < 0 || !Number.isInteger(results)) throw new RangeError('results');
  for (const rate of [sensitivity, specificity]) {
    if (!(rate >= 0 && rate <= 1)) throw new RangeError('rate');
  }
  return Array.from({ length: results })
    .reduce<Belief>(
      belief => belief.after([sensitivity, 1 - specificity]),
      new Belief([prior, 1 - prior]),
    )
    .of(0);
}

class Beta {
  readonly alpha: number;
  readonly beta: number;

  constructor(alpha: number, beta: number) {
    if (alpha <= 0 || beta <= 0) throw new RangeError('Beta');
    this.alpha = alpha;
    this.beta = beta;
  }

  seen(success: boolean): Beta {
    return success ? new Beta(this.alpha + 1, this.beta) : new Beta(this.alpha, this.beta + 1);
  }

  get mean(): number {
    return this.alpha / (this.alpha + this.beta);
  }

  get mode(): number | null {
    const { alpha, beta } = this;
    switch (true) {
      case alpha > 1 && beta > 1:
        return (alpha - 1) / (alpha - 1 + (beta - 1));
      case alpha > 1 || (alpha === 1 && beta < 1):
        return 1;
      case beta > 1 || (beta === 1 && alpha < 1):
        return 0;
      default:
        return null;
    }
  }
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  for (const count of [successes, trials]) {
    if (count < 0 || !Number.isInteger(count)) throw new RangeError('count');
  }
  if (successes > trials) throw new RangeError('successes');
  let belief = new Beta(a, b);
  for (let i = 0; i < trials; i += 1) belief = belief.seen(i < successes);
  const mle = trials > 0 ? successes / trials : null;
  return { mle, map: belief.mode, mean: belief.mean };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length === 0) throw new RangeError('gaussianMLE');
  const average = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const mean = average(x);
  return { mean, variance: average(x.map(value => (value - mean) * (value - mean))) };
}
