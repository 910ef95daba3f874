// Combines results by repeated squaring of the likelihood ratio, kept as a mantissa and an exponent.
type Scaled = readonly [mantissa: number, exponent: number];

const scaled = (value: number): Scaled => {
  if (value === 0 || !Number.isFinite(value)) return [value, 0];
  const exponent = Math.floor(Math.log2(value));
  return [value / 2 ** exponent, exponent];
};
const times = ([m, e]: Scaled, [n, g]: Scaled): Scaled => {
  const [mantissa, exponent] = scaled(m * n);
  return [mantissa, e + g + exponent];
};
const power = (base: Scaled, exponent: number): Scaled => {
  if (exponent === 0) return [1, 0];
  const half = power(base, Math.floor(exponent / 2));
  const square = times(half, half);
  return exponent % 2 === 1 ? times(square, base) : square;
};

function require(condition: boolean, message: string): asserts condition {
  if (!condition) throw new RangeError(message);
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  if (positives === undefined) return posterior(prior, sensitivity, specificity, 1);
  require(prior >= 0 && prior <= 1, 'prior');
  require(sensitivity >= 0 && sensitivity <= 1, 'sensitivity');
  require(specificity >= 0 && specificity <= 1, 'specificity');
  require(Number.isInteger(positives) && positives >= 0, 'positives');
  const [ill, up] = times(scaled(prior), power(scaled(sensitivity), positives));
  const [healthy, vp] = times(scaled(1 - prior), power(scaled(1 - specificity), positives));
  require(ill > 0 || healthy > 0, 'impossible');
  if (ill === 0) return 0;
  return 1 / (1 + (healthy / ill) * 2 ** Math.min(1000, vp - up));
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  require(a > 0 && b > 0, 'prior');
  require(Number.isInteger(trials) && Number.isInteger(successes), 'counts must be whole');
  require(0 <= successes && successes <= trials, 'counts must fit');
  const total = a + b + trials;
  const mean = (a + successes) / total;
  const alpha = a + successes;
  const beta = b + (trials - successes);
  const inside = alpha > 1 && beta > 1;
  const nowhere = (alpha === 1 && beta === 1) || Math.max(alpha, beta) < 1;
  const map = inside ? (alpha - 1) / (total - 2) : nowhere ? null : Math.round(mean);
  return { mle: trials === 0 ? null : successes / trials, map, mean };
}

export function gaussianMLE(x: number[]) {
  require(x.length > 0, 'no data');
  // Parts are merged like a tournament.
  type Part = { n: number; mean: number; squares: number };
  const merge = (p: Part, q: Part): Part => {
    const n = p.n + q.n;
    const gap = q.mean - p.mean;
    return {
      n,
      mean: p.mean + (gap * q.n) / n,
      squares: p.squares + q.squares + (gap * gap * p.n * q.n) / n,
    };
  };
  const part = (from: number, to: number): Part => {
    if (to - from === 1) return { n: 1, mean: x[from], squares: 0 };
    const middle = (from + to) >> 1;
    return merge(part(from, middle), part(middle, to));
  };
  const { n, mean, squares } = part(0, x.length);
  return { mean, variance: squares / n };
}
