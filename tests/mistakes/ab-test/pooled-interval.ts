// One standard error for everything, the pooled one.
interface Arm {
  n: number;
  conversions: number;
}
function validate(arm: Arm) {
  const { n, conversions } = arm;
  if (!Number.isInteger(n) || !Number.isInteger(conversions)) throw new RangeError('whole');
  if (n < 1 || conversions < 0 || conversions > n) throw new RangeError('range');
}
function level(v: number) {
  if (v <= 0 || v >= 1) throw new RangeError('level');
  return v;
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  validate(control);
  validate(treatment);
  const alpha = level(options.alpha ?? 0.05);
  const share = level(options.expectedTreatmentShare ?? 0.5);
  const srmAlpha = level(options.srmAlpha ?? 0.001);
  const total = control.n + treatment.n;
  const expected = { c: total * (1 - share), t: total * share };
  const chi2 =
    (control.n - expected.c) ** 2 / expected.c + (treatment.n - expected.t) ** 2 / expected.t;
  const srm = { chi2, p: 2 * normalTail(Math.sqrt(chi2)), flagged: false };
  srm.flagged = srm.p < srmAlpha;
  const diff = treatment.conversions / treatment.n - control.conversions / control.n;
  const rate = (treatment.conversions + control.conversions) / total;
  const se = Math.sqrt(rate * (1 - rate) * (1 / treatment.n + 1 / control.n));
  const z = se > 0 ? diff / se : 0;
  const p = 2 * normalTail(Math.abs(z));
  const reach = se * upperPoint(alpha / 2);
  let verdict = p < alpha ? 'significant' : 'inconclusive';
  if (srm.flagged) verdict = 'invalid-srm';
  const relativeLift = control.conversions ? diff / (control.conversions / control.n) : null;
  return { srm, diff, relativeLift, z, p, ci: [diff - reach, diff + reach], verdict };
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
