// Treats conversions as a sample of zeros and ones and works with sums of squares.
export interface Arm {
  n: number;
  conversions: number;
}

/** Sum of squared deviations of n zeros and ones from their mean. */
const squares = (n: number, ones: number) => (ones * (n - ones)) / n;

function upper(z: number): number {
  // erfc by its Laplace fraction in the tail, by Taylor at the centre
  const x = z / Math.SQRT2;
  if (x < 0) return 1 - upper(-z);
  if (x < 2) {
    let sum = x;
    let term = x;
    for (let k = 1; k < 120; k++) {
      term *= (-x * x) / k;
      sum += term / (2 * k + 1);
    }
    return 0.5 - sum / Math.sqrt(Math.PI);
  }
  let t = 0;
  for (let k = 120; k >= 1; k--) t = k / 2 / (x + t);
  return Math.exp(-x * x) / (2 * Math.sqrt(Math.PI) * (x + t));
}

function criticalPoint(alpha: number): number {
  // secant steps on log(tail), which is nearly a parabola
  const g = (z: number) => Math.log(upper(z)) - Math.log(alpha / 2);
  let a = 0;
  let b = 1;
  for (let i = 0; i < 60 && Math.abs(b - a) > 1e-14; i++) {
    const slope = (g(b) - g(a)) / (b - a);
    if (slope === 0) break;
    [a, b] = [b, Math.min(38, Math.max(-1, b - g(b) / slope))];
  }
  return b;
}

export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  let { alpha, expectedTreatmentShare: share, srmAlpha } = options;
  alpha ??= 0.05;
  share ??= 0.5;
  srmAlpha ??= 0.001;
  for (const fraction of [alpha, share, srmAlpha]) {
    if (!(fraction > 0) || !(fraction < 1)) throw new RangeError('fraction');
  }
  for (const arm of [control, treatment]) {
    if (!(arm.n >= 1) || arm.n !== Math.floor(arm.n)) throw new RangeError('arm.n');
    if (arm.conversions !== Math.floor(arm.conversions)) throw new RangeError('arm.conversions');
    if (!(arm.conversions >= 0 && arm.conversions <= arm.n)) throw new RangeError('conversions');
  }
  const { n: m, conversions: a } = control;
  const { n, conversions: b } = treatment;
  const mean0 = a / m;
  const mean1 = b / n;
  const diff = mean1 - mean0;
  const between = squares(m + n, a + b);
  const z =
    between === 0 ? 0 : (diff / Math.sqrt(between)) * Math.sqrt(((m + n) * m * n) / (m + n));
  const halfWidth =
    criticalPoint(alpha) * Math.sqrt(squares(m, a) / m ** 2 + squares(n, b) / n ** 2);

  const chi2 = (m * share - n * (1 - share)) ** 2 / (share * (1 - share) * (m + n));
  const srm = { chi2, p: 2 * upper(Math.sqrt(chi2)), flagged: false };
  srm.flagged = srm.p < srmAlpha;
  const p = 2 * upper(z < 0 ? -z : z);
  const words = srm.flagged ? ('invalid-srm' as const) : null;
  return {
    srm,
    diff,
    relativeLift: a === 0 ? null : (b * m) / (n * a) - 1,
    z,
    p,
    ci: [diff - halfWidth, diff + halfWidth] as [number, number],
    verdict: words ?? (p < alpha ? 'significant' : 'inconclusive'),
  };
}
