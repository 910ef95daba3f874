// Keeps what it returns, and its sums, in single precision.
const f = Math.fround;

function probability(p: number): number {
  if (p < 0 || 1 < p) throw new RangeError(`probability ${p}`);
  return p;
}

function natural(m: number): number {
  if (m < 0 || m !== Math.round(m)) throw new RangeError(`count ${m}`);
  return m;
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives = 1,
): number {
  let p = probability(prior);
  const hit = probability(sensitivity);
  const alarm = 1 - probability(specificity);
  for (let i = natural(positives); i > 0; i -= 1) {
    const total = p * hit + (1 - p) * alarm;
    if (total === 0) throw new RangeError('this result has probability 0');
    p = (p * hit) / total;
  }
  return f(p);
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (a <= 0 || b <= 0) throw new RangeError('prior');
  natural(successes);
  natural(trials);
  natural(trials - successes);
  const counts = new Float32Array([a + successes, b + trials - successes]);
  const [alpha, beta] = counts;
  const map = () => {
    if (alpha > 1 && beta > 1) return f(f(alpha - 1) / f(f(alpha + beta) - 2));
    if (alpha < 1 && beta < 1) return null;
    if (alpha === beta) return null;
    return Number(alpha > beta);
  };
  return {
    mle: trials === 0 ? null : f(successes / trials),
    map: map(),
    mean: f(alpha / f(alpha + beta)),
  };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('empty');
  const shift = Math.round(x[0]);
  const small = Float32Array.from(x, value => value - shift);
  const mean = small.reduce((sum, value) => f(sum + value), 0) / small.length;
  const variance = small.reduce((sum, value) => f(sum + f((value - mean) ** 2)), 0) / small.length;
  return { mean: shift + mean, variance: f(variance) };
}
