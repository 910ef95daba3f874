// Works in log odds, where every positive result adds the same number.
const inUnit = (p: number) => p >= 0 && p <= 1;
const whole = (m: number) => Number.isInteger(m) && m >= 0;

export const posterior = (
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number => {
  const times = positives ?? 1;
  if (![prior, sensitivity, specificity].every(inUnit)) throw new RangeError('not a probability');
  if (!whole(times)) throw new RangeError('not a count');
  if (times === 0) return prior;
  const evidence = Math.log(sensitivity) - Math.log(1 - specificity);
  const logOdds = Math.log(prior) - Math.log1p(-prior) + times * evidence;
  // Infinity − Infinity: each hypothesis is ruled out, by the prior or by the result.
  if (Number.isNaN(logOdds)) throw new RangeError('impossible result');
  return logOdds > 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
};

export const betaBernoulli = (a: number, b: number, successes: number, trials: number) => {
  if (!(a > 0) || !(b > 0)) throw new RangeError('the prior needs positive parameters');
  if (!whole(successes) || !whole(trials) || successes > trials) throw new RangeError('bad counts');
  const [up, down] = [a + successes - 1, b + trials - successes - 1];
  let map: number | null;
  if (up > 0 && down > 0) map = up / (up + down);
  else if (up === down || (up < 0 && down < 0)) map = null;
  else map = up > down ? 1 : 0;
  return {
    mle: trials > 0 ? successes / trials : null,
    map,
    mean: (up + 1) / (up + down + 2),
  };
};

export const gaussianMLE = (x: number[]) => {
  if (x.length < 1) throw new RangeError('empty sample');
  // Welford's recurrence
  let mean = 0;
  let m2 = 0;
  x.forEach((value, i) => {
    const before = value - mean;
    mean += before / (i + 1);
    m2 += before * (value - mean);
  });
  return { mean, variance: m2 / x.length };
};
