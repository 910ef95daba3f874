// Wrong: clamps the formula of the mode to [0, 1] where only one of the two parameters exceeds 1, which picks the wrong end where they add up to less than 2.
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  const times = positives ?? 1;
  if (times < 0 || Math.floor(times) < times) throw new RangeError('positives');
  const p = { prior, sensitivity, specificity };
  for (const [name, v] of Object.entries(p)) if (v < 0 || v > 1) throw new RangeError(name);
  if (times === 0) return prior;
  const logIll = Math.log(prior) + times * Math.log(sensitivity);
  const logHealthy = Math.log(1 - prior) + times * Math.log(1 - specificity);
  const top = Math.max(logIll, logHealthy);
  if (top === -Infinity) throw new RangeError('nobody tests positive');
  const ill = Math.exp(logIll - top);
  const healthy = Math.exp(logHealthy - top);
  return ill / (ill + healthy);
}

export function betaBernoulli(
  a: number,
  b: number,
  successes: number,
  trials: number,
): { mle: number | null; map: number | null; mean: number } {
  if (a <= 0 || b <= 0) throw new RangeError('Beta(a, b) needs a, b > 0');
  if (successes < 0 || trials < 0 || successes > trials) throw new RangeError('counts');
  if (!Number.isInteger(successes) || !Number.isInteger(trials))
    throw new RangeError('whole counts');
  const alpha = a + successes;
  const beta = b + trials - successes;
  const noMode = (alpha === 1 && beta === 1) || (alpha < 1 && beta < 1);
  const sum = alpha + beta - 2;
  const raw = sum === 0 ? (alpha > beta ? 1 : 0) : (alpha - 1) / sum;
  return {
    mle: trials === 0 ? null : successes / trials,
    map: noMode ? null : Math.max(0, Math.min(1, raw)),
    mean: alpha / (alpha + beta),
  };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  const n = x.length;
  if (n < 1) throw new RangeError('no numbers');
  let mean = 0;
  for (let i = 0; i < n; i += 1) mean += (x[i] - mean) / (i + 1);
  let variance = 0;
  for (let i = 0; i < n; i += 1) variance += ((x[i] - mean) * (x[i] - mean)) / n;
  return { mean, variance };
}
