// Spreads the options over the defaults, where undefined wins.
interface Arm {
  n: number;
  conversions: number;
}
const DEFAULTS = { alpha: 0.05, expectedTreatmentShare: 0.5, srmAlpha: 0.001 };
export function abTest(control: Arm, treatment: Arm, options: Partial<typeof DEFAULTS> = {}) {
  const {
    alpha,
    expectedTreatmentShare: share,
    srmAlpha,
  } = { ...DEFAULTS, ...options } as typeof DEFAULTS;
  for (const v of [alpha, share, srmAlpha]) if (v <= 0 || v >= 1) throw new RangeError('option');
  for (const { n, conversions } of [control, treatment]) {
    if (!Number.isInteger(n) || n < 1) throw new RangeError('n');
    if (!Number.isInteger(conversions) || conversions < 0 || conversions > n)
      throw new RangeError('x');
  }
  const N = control.n + treatment.n;
  const chi2 =
    (control.n - (1 - share) * N) ** 2 / ((1 - share) * N) +
    (treatment.n - share * N) ** 2 / (share * N);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const diff = rt - rc;
  const r = (control.conversions + treatment.conversions) / N;
  const z = r * (1 - r) > 0 ? diff / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n)) : 0;
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  const flagged = srmP < srmAlpha;
  return {
    srm: { chi2, p: srmP, flagged },
    diff,
    relativeLift: rc > 0 ? diff / rc : null,
    z,
    p,
    ci: [diff - half, diff + half],
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
