// Clamps the formula to [0, 1], which puts some densities' highest point at the wrong end.
export function posterior(prior: number, sensitivity: number, specificity: number, positives = 1) {
  if (prior < 0 || prior > 1) throw new RangeError('prior');
  if (sensitivity < 0 || sensitivity > 1) throw new RangeError('sensitivity');
  if (specificity < 0 || specificity > 1) throw new RangeError('specificity');
  if (positives < 0 || !Number.isInteger(positives)) throw new RangeError('positives');
  let now = prior;
  for (let i = 1; i <= positives; i++) {
    const top = sensitivity * now;
    const bottom = top + (1 - specificity) * (1 - now);
    if (bottom === 0) throw new RangeError('0 / 0');
    now = top / bottom;
  }
  return now;
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (!(a > 0) || !(b > 0)) throw new RangeError('prior');
  if (!Number.isInteger(trials) || !Number.isInteger(successes)) throw new RangeError('whole');
  if (successes < 0 || trials < successes) throw new RangeError('range');
  const alpha = a + successes;
  const beta = b + trials - successes;
  let map: number | null = Math.min(1, Math.max(0, (alpha - 1) / (alpha + beta - 2)));
  if (alpha < 1 && beta < 1) map = null;
  if (alpha === 1 && beta === 1) map = null;
  if (map !== null && alpha <= 1 && beta <= 1) map = alpha > beta ? 1 : 0;
  return { mle: trials === 0 ? null : successes / trials, map, mean: alpha / (alpha + beta) };
}

export function gaussianMLE(x: number[]) {
  if (x.length === 0) throw new RangeError('x');
  const base = x[0];
  const shifted = x.map(v => v - base);
  const m = shifted.reduce((s, v) => s + v, 0) / x.length;
  return {
    mean: base + m,
    variance: shifted.reduce((s, v) => s + (v - m) ** 2, 0) / x.length,
  };
}
