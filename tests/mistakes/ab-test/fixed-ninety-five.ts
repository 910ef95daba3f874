// Always takes 1.96 for the interval.
interface Arm {
  n: number;
  conversions: number;
}
const Z95 = 1.959963984540054;
export function abTest(
  control: Arm,
  treatment: Arm,
  options?: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number },
) {
  const settings = {
    alpha: options?.alpha ?? 0.05,
    share: options?.expectedTreatmentShare ?? 0.5,
    srmAlpha: options?.srmAlpha ?? 0.001,
  };
  Object.values(settings).forEach(v => {
    if (v <= 0 || v >= 1) throw new RangeError(`${v}`);
  });
  [control, treatment].forEach(a => {
    if (a.n < 1 || a.n !== Math.trunc(a.n)) throw new RangeError(`${a.n}`);
    if (a.conversions < 0 || a.conversions > a.n || a.conversions !== Math.trunc(a.conversions))
      throw new RangeError('x');
  });
  const total = control.n + treatment.n;
  const e = total * settings.share;
  const chi2 = (treatment.n - e) ** 2 / e + (control.n - (total - e)) ** 2 / (total - e);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const flagged = srmP < settings.srmAlpha;
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const pooled = (control.conversions + treatment.conversions) / total;
  const z =
    pooled === 0 || pooled === 1
      ? 0
      : (rt - rc) / Math.sqrt(pooled * (1 - pooled) * (1 / control.n + 1 / treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const se = Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  const verdict = flagged ? 'invalid-srm' : p < settings.alpha ? 'significant' : 'inconclusive';
  return {
    srm: { chi2, p: srmP, flagged },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : rt / rc - 1,
    z,
    p,
    ci: [rt - rc - Z95 * se, rt - rc + Z95 * se],
    verdict,
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
