// Asks the normal tail of χ² itself.
type Arm = { n: number; conversions: number };
export function abTest(
  c: Arm,
  t: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const s = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  if (Math.min(alpha, s, srmAlpha) <= 0 || Math.max(alpha, s, srmAlpha) >= 1)
    throw new RangeError('0 … 1');
  if (Math.min(c.n, t.n) < 1 || Math.min(c.conversions, t.conversions) < 0)
    throw new RangeError('counts');
  if (c.conversions > c.n || t.conversions > t.n) throw new RangeError('counts');
  if (![c.n, t.n, c.conversions, t.conversions].every(Number.isInteger))
    throw new RangeError('counts');
  const N = c.n + t.n;
  const chi2 = (c.n - (1 - s) * N) ** 2 / ((1 - s) * N) + (t.n - s * N) ** 2 / (s * N);
  const srmP = 2 * normalTail(chi2);
  const diff = t.conversions / t.n - c.conversions / c.n;
  const r = (c.conversions + t.conversions) / N;
  const z = r === 0 || r === 1 ? 0 : diff / Math.sqrt(r * (1 - r) * (1 / c.n + 1 / t.n));
  const p = 2 * normalTail(Math.abs(z));
  const variance = (a: Arm) => (a.conversions * (a.n - a.conversions)) / a.n ** 3;
  const half = upperPoint(alpha / 2) * Math.sqrt(variance(c) + variance(t));
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff,
    relativeLift: c.conversions === 0 ? null : (diff * c.n) / c.conversions,
    z,
    p,
    ci: [diff - half, diff + half],
    verdict: srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
}

function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z; // z + 1 / (z + 2 / (z + 3 / (z + …
    for (let k = 60; k > 0; k -= 1) fraction = z + k / fraction;
    return density / fraction;
  }
  let area = 0; // z + z³ / 3 + z⁵ / (3 · 5) + …
  let term = z;
  for (let k = 3; k < 100; k += 2) {
    area += term;
    term *= (z * z) / k;
  }
  return 0.5 - density * area;
}

function upperPoint(tail: number): number {
  let low = -40;
  let high = 40;
  for (let half = 0; half < 80; half += 1) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}
