// Wrong: spreads the options over the defaults, so an option that is given as undefined wipes its default out.
interface Arm {
  n: number;
  conversions: number;
}

const DEFAULTS = { alpha: 0.05, expectedTreatmentShare: 0.5, srmAlpha: 0.001 };

function assertArm({ n, conversions }: Arm) {
  if (!Number.isInteger(n) || n <= 0) throw new RangeError('n must be 1 or more');
  if (!Number.isInteger(conversions)) throw new RangeError('conversions must be whole');
  if (conversions < 0 || conversions > n) throw new RangeError('conversions must be 0 … n');
}

export function abTest(
  control: Arm,
  treatment: Arm,
  options?: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number },
): {
  srm: { chi2: number; p: number; flagged: boolean };
  diff: number;
  relativeLift: number | null;
  z: number;
  p: number;
  ci: [number, number];
  verdict: 'invalid-srm' | 'significant' | 'inconclusive';
} {
  const o = { ...DEFAULTS, ...options } as typeof DEFAULTS;
  for (const key of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
    if (o[key] <= 0 || o[key] >= 1) throw new RangeError(key);
  }
  assertArm(control);
  assertArm(treatment);

  const share = o.expectedTreatmentShare;
  const N = control.n + treatment.n;
  const chi2 = (treatment.n - share * N) ** 2 / (share * (1 - share) * N);
  const ratioP = 2 * normalTail(Math.sqrt(chi2));

  const base = control.conversions / control.n;
  const variant = treatment.conversions / treatment.n;
  const gain = variant - base;
  const overall = (control.conversions + treatment.conversions) / N;
  let z = 0;
  if (overall !== 0 && overall !== 1)
    z = gain / Math.sqrt(overall * (1 - overall) * (1 / control.n + 1 / treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const halfWidth =
    upperPoint(o.alpha / 2) *
    Math.sqrt((base * (1 - base)) / control.n + (variant * (1 - variant)) / treatment.n);

  const flagged = ratioP < o.srmAlpha;
  return {
    srm: { chi2, p: ratioP, flagged },
    diff: gain,
    relativeLift: base ? gain / base : null,
    z,
    p,
    ci: [gain - halfWidth, gain + halfWidth],
    verdict: flagged ? 'invalid-srm' : p < o.alpha ? 'significant' : 'inconclusive',
  };
}

/** Given: the probability that a standard normal number exceeds z. */
export function normalTail(z: number): number {
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

/** Given: the point that a standard normal number exceeds with probability `tail`. */
export function upperPoint(tail: number): number {
  let low = -40;
  let high = 40;
  for (let half = 0; half < 80; half += 1) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}
