// Wrong: guards the test only against nobody converting, so where everybody converts z is 0 / 0.
interface Arm {
  n: number;
  conversions: number;
}

const validArm = (arm: Arm) =>
  Number.isInteger(arm.n) &&
  arm.n >= 1 &&
  Number.isInteger(arm.conversions) &&
  arm.conversions >= 0 &&
  arm.conversions <= arm.n;

const validLevel = (level: number) => level > 0 && level < 1;

const tails = (z: number) => 2 * normalTail(Math.abs(z));

export function abTest(
  control: Arm,
  treatment: Arm,
  {
    alpha = 0.05,
    expectedTreatmentShare: share = 0.5,
    srmAlpha = 0.001,
  }: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
): {
  srm: { chi2: number; p: number; flagged: boolean };
  diff: number;
  relativeLift: number | null;
  z: number;
  p: number;
  ci: [number, number];
  verdict: 'invalid-srm' | 'significant' | 'inconclusive';
} {
  if (!validArm(control) || !validArm(treatment)) throw new RangeError('bad arm');
  if (![alpha, share, srmAlpha].every(validLevel)) throw new RangeError('bad option');

  const observed = [control.n, treatment.n];
  const sum = observed[0] + observed[1];
  const expected = [(1 - share) * sum, share * sum];
  const chi2 = observed.map((o, i) => (o - expected[i]) ** 2 / expected[i]).reduce((u, v) => u + v);
  const srm = { chi2, p: tails(Math.sqrt(chi2)), flagged: tails(Math.sqrt(chi2)) < srmAlpha };

  const [rc, rt] = [control, treatment].map(a => a.conversions / a.n);
  const hits = control.conversions + treatment.conversions;
  const r = hits / sum;
  const z = hits === 0 ? 0 : (rt - rc) / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const p = hits === 0 ? 1 : tails(z);

  const w =
    upperPoint(alpha / 2) *
    Math.hypot(Math.sqrt((rc * (1 - rc)) / control.n), Math.sqrt((rt * (1 - rt)) / treatment.n));
  return {
    srm,
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - w, rt - rc + w],
    verdict: srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
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
