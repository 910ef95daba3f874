// Wrong: computes the powers of both likelihoods outright, so that after thousands of positives both are 0 and the result is refused as impossible.
interface Estimates {
  mle: number | null;
  map: number | null;
  mean: number;
}

class Bayes {
  static update(weights: number[]): number[] {
    const evidence = weights.reduce((s, w) => s + w, 0);
    if (evidence === 0) throw new RangeError('the data are impossible');
    return weights.map(w => w / evidence);
  }
  static check(ok: boolean, what: string) {
    if (!ok) throw new RangeError(what);
  }
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives: number = 1,
): number {
  for (const p of [prior, sensitivity, specificity]) Bayes.check(p >= 0 && p <= 1, 'probability');
  Bayes.check(Number.isInteger(positives) && positives >= 0, 'positives');
  return Bayes.update([
    prior * sensitivity ** positives,
    (1 - prior) * (1 - specificity) ** positives,
  ])[0];
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number): Estimates {
  Bayes.check(a > 0 && b > 0, 'a and b');
  Bayes.check(Number.isInteger(successes) && Number.isInteger(trials), 'whole');
  Bayes.check(0 <= successes && successes <= trials, 'successes');
  const [alpha, beta] = [a + successes, b + (trials - successes)];
  const estimates: Estimates = { mle: null, map: null, mean: alpha / (alpha + beta) };
  if (trials > 0) estimates.mle = successes / trials;
  if (alpha > 1 && beta > 1) estimates.map = (alpha - 1) / (alpha + beta - 2);
  else if (alpha >= 1 || beta >= 1) {
    if (alpha !== beta) estimates.map = alpha > beta ? 1 : 0;
  }
  return estimates;
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  Bayes.check(x.length > 0, 'no numbers');
  const average = (list: number[]) => list.reduce((s, v) => s + v, 0) / list.length;
  const mean = average(x);
  return { mean, variance: average(x.map(v => (v - mean) ** 2)) };
}
