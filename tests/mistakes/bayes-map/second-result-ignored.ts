// Never reads the number of positives beyond checking it.
export function posterior(p: number, se: number, sp: number, positives = 1): number {
  for (const q of [p, se, sp]) if (q < 0 || q > 1) throw new RangeError('q');
  if (positives < 0 || Math.trunc(positives) !== positives) throw new RangeError('m');
  if (!positives) return p;
  const truePositives = p * se;
  const falsePositives = (1 - p) * (1 - sp);
  if (truePositives + falsePositives === 0) throw new RangeError('none');
  return truePositives / (truePositives + falsePositives);
}

export function betaBernoulli(a: number, b: number, s: number, t: number) {
  if (a <= 0 || b <= 0 || s < 0 || t < s) throw new RangeError('arguments');
  if (Math.trunc(s) !== s || Math.trunc(t) !== t) throw new RangeError('whole');
  const f = t - s;
  const heads = a + s;
  const tails = b + f;
  let map: number | null;
  if (heads > 1 && tails > 1) map = (heads - 1) / (heads + tails - 2);
  else if (heads === tails || (heads < 1 && tails < 1)) map = null;
  else map = heads > tails ? 1 : 0;
  return { mle: t > 0 ? s / t : null, map, mean: heads / (heads + tails) };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  const n = x.length;
  if (n === 0) throw new RangeError('n');
  const mean = x.reduce((s, v) => s + v, 0) / n;
  const deviations = x.map(v => v - mean);
  return { mean, variance: deviations.reduce((s, d) => s + d * d, 0) / n };
}
