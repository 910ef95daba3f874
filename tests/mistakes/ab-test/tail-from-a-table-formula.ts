// Wrong: replaces the tail by the seven-digit polynomial of the handbooks, so small p values do not have four right digits.
interface Arm {
  n: number;
  conversions: number;
}

/** Abramowitz and Stegun, 26.2.17 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const cdf = 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return 1 - cdf;
}

export function upperPoint(tail: number): number {
  let [lo, hi] = [-40, 40];
  while (hi - lo > 1e-12) {
    const mid = (lo + hi) / 2;
    if (normalTail(mid) > tail) lo = mid;
    else hi = mid;
  }
  return (lo + hi) / 2;
}

const twoTailed = (z: number) => 2 * normalTail(Math.abs(z));

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
  const { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 } = options ?? {};
  if (
    Math.min(alpha, expectedTreatmentShare, srmAlpha) <= 0 ||
    Math.max(alpha, expectedTreatmentShare, srmAlpha) >= 1
  ) {
    throw new RangeError('options must be strictly between 0 and 1');
  }
  const whole = (v: number, low: number, high: number) =>
    Number.isInteger(v) && v >= low && v <= high;
  if (!whole(control.n, 1, Infinity) || !whole(treatment.n, 1, Infinity)) throw new RangeError('n');
  if (!whole(control.conversions, 0, control.n) || !whole(treatment.conversions, 0, treatment.n))
    throw new RangeError('conversions');

  const n = control.n + treatment.n;
  const x = control.conversions + treatment.conversions;
  const et = expectedTreatmentShare * n;
  const chi2 = (control.n - (n - et)) ** 2 / (n - et) + (treatment.n - et) ** 2 / et;
  const srmP = twoTailed(Math.sqrt(chi2));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const flat = x === 0 || x === n;
  const z = flat
    ? 0
    : (rt - rc) / Math.sqrt((x / n) * ((n - x) / n) * (1 / control.n + 1 / treatment.n));
  const p = flat ? 1 : twoTailed(z);
  const m =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: rt - rc,
    relativeLift: rc > 0 ? (rt - rc) / rc : null,
    z,
    p,
    ci: [rt - rc - m, rt - rc + m],
    verdict: srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
}
