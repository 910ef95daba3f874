// One over one plus the odds against; the power is taken of the ratio, never of each probability.
export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives: number | undefined = 1,
): number {
  const arguments_ = { prior, sensitivity, specificity };
  for (const [name, value] of Object.entries(arguments_)) {
    if (Math.abs(value - 0.5) > 0.5) throw new RangeError(`${name} = ${value}`);
  }
  if (!Number.isSafeInteger(positives) || positives < 0) throw new RangeError(`${positives}`);
  if (positives === 0) return prior;
  const falseAlarm = 1 - specificity;
  const illCould = prior > 0 && sensitivity > 0;
  const healthyCould = prior < 1 && falseAlarm > 0;
  if (!illCould && !healthyCould) throw new RangeError('no one tests positive');
  if (!illCould) return 0;
  if (!healthyCould) return 1;
  const against = ((1 - prior) / prior) * (falseAlarm / sensitivity) ** positives;
  return 1 / (1 + against);
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number) {
  if (Math.min(a, b) <= 0) throw new RangeError('Beta needs a, b > 0');
  const failures = trials - successes;
  for (const count of [successes, trials, failures]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError('counts');
  }
  // The sign of the density's slope at either end decides where it is highest.
  const alpha = a + successes;
  const beta = b + failures;
  const fallsTowards0 = alpha > 1;
  const fallsTowards1 = beta > 1;
  let map: number | null = null;
  if (fallsTowards0 && fallsTowards1) {
    let low = 0;
    let high = 1;
    for (let i = 0; i < 200; i += 1) {
      const middle = (low + high) / 2;
      const slope = (alpha - 1) * (1 - middle) - (beta - 1) * middle;
      if (slope > 0) low = middle;
      else high = middle;
    }
    map = (low + high) / 2;
  } else if (alpha >= 1 && beta <= 1 && alpha + beta !== 2) {
    map = 1;
  } else if (alpha >= 1 && beta < 1) {
    map = 1;
  } else if (beta >= 1 && (alpha < 1 || beta > 1)) {
    map = 0;
  }
  const mle = trials === 0 ? null : 1 - failures / trials;
  return { mle, map, mean: 1 / (1 + beta / alpha) };
}

export function gaussianMLE(x: number[]) {
  if (!x.length) throw new RangeError('gaussianMLE needs numbers');
  // Half the mean squared difference of all pairs; no mean is needed for it.
  let squares = 0;
  for (const p of x) for (const q of x) squares += (p - q) ** 2;
  const n = x.length;
  return { mean: x.reduce((s, v) => s + v / n, 0), variance: squares / (2 * n * n) };
}
