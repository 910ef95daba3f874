// Uses the two rates' own variances for the test as well.
type Arm = { n: number; conversions: number };
type Options = { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number };
const open = (v: number) => v > 0 && v < 1;
export function abTest(
  c: Arm,
  t: Arm,
  { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 }: Options = {},
) {
  if (!open(alpha) || !open(expectedTreatmentShare) || !open(srmAlpha))
    throw new RangeError('options');
  for (const a of [c, t]) {
    if (!Number.isInteger(a.n) || a.n < 1) throw new RangeError('n');
    if (!Number.isInteger(a.conversions) || a.conversions < 0 || a.conversions > a.n)
      throw new RangeError('x');
  }
  const N = c.n + t.n;
  const et = N * expectedTreatmentShare;
  const ec = N - et;
  const chi2 = (c.n - ec) ** 2 / ec + (t.n - et) ** 2 / et;
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rc = c.conversions / c.n;
  const rt = t.conversions / t.n;
  const diff = rt - rc;
  const se = Math.sqrt((rc * (1 - rc)) / c.n + (rt * (1 - rt)) / t.n);
  const z = se === 0 ? 0 : diff / se;
  const p = 2 * normalTail(Math.abs(z));
  const m = upperPoint(alpha / 2) * se;
  const flagged = srmP < srmAlpha;
  return {
    srm: { chi2, p: srmP, flagged },
    diff,
    relativeLift: rc === 0 ? null : diff / rc,
    z,
    p,
    ci: [diff - m, diff + m],
    verdict: flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
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
