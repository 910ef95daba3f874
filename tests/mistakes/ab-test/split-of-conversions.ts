// Checks the split of the conversions instead of the users.
type Arm = { n: number; conversions: number };
function assertArm(a: Arm): void {
  if (!(a.n >= 1) || !Number.isInteger(a.n)) throw new RangeError('n');
  if (!(a.conversions >= 0 && a.conversions <= a.n)) throw new RangeError('conversions');
  if (!Number.isInteger(a.conversions)) throw new RangeError('conversions');
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  assertArm(control);
  assertArm(treatment);
  const { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 } = options;
  for (const o of [alpha, expectedTreatmentShare, srmAlpha])
    if (!(o > 0 && o < 1)) throw new RangeError('o');
  const x = control.conversions + treatment.conversions;
  const et = x * expectedTreatmentShare;
  const ec = x - et;
  const chi2 =
    x === 0 ? 0 : (control.conversions - ec) ** 2 / ec + (treatment.conversions - et) ** 2 / et;
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const r = x / (control.n + treatment.n);
  const e0 = Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const e1 = Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  const z = e0 === 0 ? 0 : (rt - rc) / e0;
  const p = 2 * normalTail(Math.abs(z));
  const m = upperPoint(alpha / 2) * e1;
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - m, rt - rc + m],
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
