// Two mistakes: standard errors are added instead of variances, and the lift is a ratio of rates.
type Arm = { n: number; conversions: number };
const sd = (r: number, n: number) => Math.sqrt((r * (1 - r)) / n);
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  if ([alpha, share, srmAlpha].some(v => !(v > 0 && v < 1))) throw new RangeError('option');
  for (const { n, conversions } of [control, treatment]) {
    if (!Number.isInteger(n) || n < 1) throw new RangeError('n');
    if (!Number.isInteger(conversions) || conversions < 0 || conversions > n)
      throw new RangeError('x');
  }
  const N = control.n + treatment.n;
  const chi2 =
    (control.n - N * (1 - share)) ** 2 / (N * (1 - share)) +
    (treatment.n - N * share) ** 2 / (N * share);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const r = (control.conversions + treatment.conversions) / N;
  const z = r === 0 || r === 1 ? 0 : (rt - rc) / Math.hypot(sd(r, control.n), sd(r, treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const half = upperPoint(alpha / 2) * (sd(rc, control.n) + sd(rt, treatment.n));
  const flagged = srmP < srmAlpha;
  return {
    srm: { chi2, p: srmP, flagged },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : rt / rc,
    z,
    p,
    ci: [rt - rc - half, rt - rc + half],
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
