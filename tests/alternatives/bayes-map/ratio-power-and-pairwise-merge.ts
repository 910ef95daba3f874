// Right: one power of the likelihood ratio, a decision table for the mode, and a recursive merge of half samples.
export const posterior = (
  prior: number,
  sensitivity: number,
  specificity: number,
  positives: number | undefined = undefined,
): number => {
  const k = positives ?? 1;
  const problems = [
    prior < 0 || prior > 1 ? 'prior' : '',
    sensitivity < 0 || sensitivity > 1 ? 'sensitivity' : '',
    specificity < 0 || specificity > 1 ? 'specificity' : '',
    k < 0 || k % 1 !== 0 ? 'positives' : '',
  ].filter(Boolean);
  if (problems.length > 0) throw new RangeError(`out of range: ${problems.join(', ')}`);
  if (k === 0) return prior;

  const alarm = 1 - specificity;
  const fromIll = prior * Math.sign(sensitivity);
  const fromHealthy = (1 - prior) * Math.sign(alarm);
  if (fromIll === 0 && fromHealthy === 0) throw new RangeError('a positive result is impossible');
  if (fromIll === 0 || fromHealthy === 0) return fromIll === 0 ? 0 : 1;

  // the smaller over the larger, so that the power can only vanish, never overflow
  if (sensitivity >= alarm) return prior / (prior + (1 - prior) * (alarm / sensitivity) ** k);
  const shrunk = prior * (sensitivity / alarm) ** k;
  return shrunk / (shrunk + (1 - prior));
};

export const betaBernoulli = (
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } => {
  const whole = (v: number) => v >= 0 && Math.trunc(v) === v;
  if (!(a > 0 && b > 0 && whole(successes) && whole(trials) && successes <= trials)) {
    throw new RangeError('a, b > 0 and 0 ≤ successes ≤ trials are needed');
  }
  const alpha = successes + a;
  const beta = trials - successes + b;
  const decide: [boolean, () => number | null][] = [
    [alpha > 1 && beta > 1, () => 1 / (1 + (beta - 1) / (alpha - 1))],
    [alpha === beta, () => null], // not above 1: flat, or infinite at both ends
    [alpha < 1 && beta < 1, () => null],
    [alpha > beta, () => 1],
    [true, () => 0],
  ];
  const found = decide.find(([applies]) => applies) as [boolean, () => number | null];
  return { mle: trials ? successes / trials : null, map: found[1](), mean: 1 / (1 + beta / alpha) };
};

type Moments = { count: number; mean: number; squares: number };

const moments = (x: number[], from: number, to: number): Moments => {
  if (to - from === 1) return { count: 1, mean: x[from], squares: 0 };
  const middle = from + Math.floor((to - from) / 2);
  const left = moments(x, from, middle);
  const right = moments(x, middle, to);
  const count = left.count + right.count;
  const gap = right.mean - left.mean;
  return {
    count,
    mean: left.mean + (gap * right.count) / count,
    squares: left.squares + right.squares + gap * gap * ((left.count * right.count) / count),
  };
};

export const gaussianMLE = (x: number[]): { mean: number; variance: number } => {
  if (!x.length) throw new RangeError('gaussianMLE needs numbers');
  const { count, mean, squares } = moments(x, 0, x.length);
  return { mean, variance: squares / count };
};
