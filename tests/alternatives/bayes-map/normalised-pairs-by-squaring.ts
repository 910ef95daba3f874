// Right: raises the normalised pair of likelihoods to a power by repeated squaring; Welford's update for the sample.
type Belief = readonly [ill: number, healthy: number];

class Refused extends RangeError {}

function normalise([ill, healthy]: Belief): Belief {
  const larger = Math.max(ill, healthy);
  if (larger === 0) throw new Refused('a result that nobody could have had');
  const [u, v] = [ill / larger, healthy / larger];
  return [u / (u + v), v / (u + v)];
}

const both = (one: Belief, other: Belief): Belief =>
  normalise([one[0] * other[0], one[1] * other[1]]);

function power(base: Belief, exponent: number): Belief {
  if (exponent === 1) return base;
  const half = power(base, Math.floor(exponent / 2));
  const square = both(half, half);
  return exponent % 2 === 0 ? square : both(square, base);
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  for (const chance of [prior, sensitivity, specificity]) {
    if (chance < 0 || chance > 1) throw new Refused(`${chance} is no probability`);
  }
  const count = positives === undefined ? 1 : positives;
  if (count < 0 || !Number.isInteger(count)) throw new Refused(`${count} is no number of results`);
  if (count === 0) return prior;

  const falsePositive = 1 - specificity;
  // where one of the two states is out of the question, no arithmetic is needed
  const ill = prior !== 0 && sensitivity !== 0;
  const healthy = prior !== 1 && falsePositive !== 0;
  switch (`${ill} ${healthy}`) {
    case 'false false':
      throw new Refused('neither an ill nor a healthy person tests positive');
    case 'true false':
      return 1;
    case 'false true':
      return 0;
    default:
      return both([prior, 1 - prior], power(normalise([sensitivity, falsePositive]), count))[0];
  }
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  const failures = trials - successes;
  if (a <= 0 || b <= 0) throw new Refused('Beta needs two numbers above 0');
  if ([successes, trials].some(count => !Number.isInteger(count) || count < 0))
    throw new Refused('no counts');
  if (failures < 0) throw new Refused('more successes than trials');
  return {
    mle: trials > 0 ? successes / trials : null,
    map: mode(excess(a, successes), excess(b, failures)),
    mean: (a + successes) / (a + b + trials),
  };
}

/** prior + count - 1, in an order that keeps a small prior whole */
function excess(prior: number, count: number): number {
  return count > 0 ? prior + (count - 1) : prior - 1;
}

function mode(p: number, q: number): number | null {
  if (p > 0 && q > 0) return p / (p + q);
  if (Math.max(p, q) < 0 || (p === 0 && q === 0)) return null;
  return p > q ? 1 : 0;
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  if (x.length < 1) throw new Refused('an empty sample');
  const [origin] = x; // near the mean, so that the running numbers stay small
  let mean = 0;
  let m2 = 0;
  x.forEach((value, before) => {
    const step = value - origin - mean;
    mean += step / (before + 1);
    m2 += step * (value - origin - mean);
  });
  return { mean: origin + mean, variance: m2 / x.length };
}
