// Stops after a hundred results, where "it has settled anyway".
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if (![prior, sensitivity, specificity].every(p => p >= 0 && p <= 1)) throw new RangeError('p');
  if (!Number.isInteger(positives) || positives < 0) throw new RangeError('positives');
  const rounds = Math.min(positives, 100);
  let p = prior;
  for (let round = 0; round < rounds; round += 1) {
    const yes = sensitivity * p;
    const no = (1 - specificity) * (1 - p);
    if (yes === 0 && no === 0) throw new RangeError('impossible');
    p = yes / (yes + no);
  }
  return p;
}
export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('a, b');
  if (!Number.isInteger(successes) || !Number.isInteger(trials)) throw new RangeError('counts');
  if (successes < 0 || trials - successes < 0) throw new RangeError('counts');
  const [alpha, beta] = [a + successes, b + (trials - successes)];
  const map = () => {
    if (alpha > 1 && beta > 1) return (alpha - 1) / (alpha + beta - 2);
    if ((alpha < 1 && beta < 1) || (alpha === 1 && beta === 1)) return null;
    return alpha > beta ? 1 : 0;
  };
  return {
    mle: trials === 0 ? null : successes / trials,
    map: map(),
    mean: alpha / (alpha + beta),
  };
}
export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const mean = x.reduce((s, v) => s + v, 0) / x.length;
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length };
}
