// Right: one straight function that follows the prompt's formulas in their order and uses the given normal functions.
interface Arm {
  n: number;
  conversions: number;
}

export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
): {
  srm: { chi2: number; p: number; flagged: boolean };
  diff: number;
  relativeLift: number | null;
  z: number;
  p: number;
  ci: [number, number];
  verdict: 'invalid-srm' | 'significant' | 'inconclusive';
} {
  const { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 } = options;
  for (const arm of [control, treatment]) {
    if (!Number.isInteger(arm.n) || arm.n < 1)
      throw new RangeError('n must be a whole number from 1');
    if (!Number.isInteger(arm.conversions) || arm.conversions < 0 || arm.conversions > arm.n) {
      throw new RangeError('conversions must be a whole number from 0 to n');
    }
  }
  for (const share of [alpha, expectedTreatmentShare, srmAlpha]) {
    if (!(share > 0 && share < 1))
      throw new RangeError('an option is not strictly between 0 and 1');
  }

  const total = control.n + treatment.n;
  const expectedT = expectedTreatmentShare * total;
  const expectedC = (1 - expectedTreatmentShare) * total;
  const chi2 =
    (control.n - expectedC) ** 2 / expectedC + (treatment.n - expectedT) ** 2 / expectedT;
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const flagged = srmP < srmAlpha;

  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const diff = rt - rc;
  const relativeLift = control.conversions === 0 ? null : diff / rc;

  const converted = control.conversions + treatment.conversions;
  let z = 0;
  let p = 1;
  if (converted > 0 && converted < total) {
    const pooled = converted / total;
    z = diff / Math.sqrt(pooled * (1 - pooled) * (1 / control.n + 1 / treatment.n));
    p = 2 * normalTail(Math.abs(z));
  }

  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  const verdict = flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive';
  return {
    srm: { chi2, p: srmP, flagged },
    diff,
    relativeLift,
    z,
    p,
    ci: [diff - half, diff + half],
    verdict,
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
