// Wrong: the ratio check counts conversions instead of users, and the interval takes the point of alpha instead of alpha / 2.
interface Arm {
  n: number;
  conversions: number;
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
  const alpha = options?.alpha ?? 0.05;
  const s = options?.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options?.srmAlpha ?? 0.001;
  check(control);
  check(treatment);
  if ([alpha, s, srmAlpha].some(v => v <= 0 || v >= 1))
    throw new RangeError('option out of (0, 1)');
  const { n: n1, conversions: x1 } = control;
  const { n: n2, conversions: x2 } = treatment;

  const all = x1 + x2;
  const chi2 =
    all === 0 ? 0 : (x1 - (1 - s) * all) ** 2 / ((1 - s) * all) + (x2 - s * all) ** 2 / (s * all);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const r1 = x1 / n1;
  const r2 = x2 / n2;
  const r = all / (n1 + n2);
  const degenerate = all === 0 || all === n1 + n2;
  const z = degenerate ? 0 : (r2 - r1) / Math.sqrt(r * (1 - r) * (1 / n1 + 1 / n2));
  const p = degenerate ? 1 : 2 * normalTail(Math.abs(z));
  const margin = upperPoint(alpha) * Math.sqrt((r1 * (1 - r1)) / n1 + (r2 * (1 - r2)) / n2);
  const flagged = srmP < srmAlpha;
  return {
    srm: { chi2, p: srmP, flagged },
    diff: r2 - r1,
    relativeLift: x1 === 0 ? null : r2 / r1 - 1,
    z,
    p,
    ci: [r2 - r1 - margin, r2 - r1 + margin],
    verdict: flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
}

function check(arm: Arm) {
  if (!Number.isInteger(arm.n) || arm.n < 1) throw new RangeError('n');
  if (!Number.isInteger(arm.conversions) || arm.conversions < 0 || arm.conversions > arm.n)
    throw new RangeError('conversions');
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
