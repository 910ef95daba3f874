// Wrong: uses the 1.96, the ten thousand users in the control and the constants of the worked example for every experiment.
interface Arm {
  n: number;
  conversions: number;
}

const CONTROL_USERS = 10000;
const CONTROL_RATE = 0.1;

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
  if (control.n < 1 || treatment.n < 1) throw new RangeError('no users');
  const share = options?.expectedTreatmentShare ?? 0.5;
  const total = CONTROL_USERS + treatment.n;
  const chi2 =
    (CONTROL_USERS - (1 - share) * total) ** 2 / ((1 - share) * total) +
    (treatment.n - share * total) ** 2 / (share * total);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rate = treatment.conversions / treatment.n;
  const diff = rate - CONTROL_RATE;
  const pooled = (1000 + treatment.conversions) / total;
  const z = diff / Math.sqrt(pooled * (1 - pooled) * (1 / CONTROL_USERS + 1 / treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const margin =
    1.959963985 * Math.sqrt((0.1 * 0.9) / CONTROL_USERS + (rate * (1 - rate)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < 0.001 },
    diff,
    relativeLift: diff / CONTROL_RATE,
    z,
    p,
    ci: [diff - margin, diff + margin],
    verdict: srmP < 0.001 ? 'invalid-srm' : p < 0.05 ? 'significant' : 'inconclusive',
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
