// The interval leaves alpha out on each side.
type Arm = { n: number; conversions: number };
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const get = (v: number | undefined, d: number) => {
    const out = v ?? d;
    if (!(out > 0 && out < 1)) throw new RangeError('option');
    return out;
  };
  const alpha = get(options.alpha, 0.05);
  const share = get(options.expectedTreatmentShare, 0.5);
  const srmAlpha = get(options.srmAlpha, 0.001);
  const rate = ({ n, conversions }: Arm) => {
    if (!Number.isInteger(n) || n < 1) throw new RangeError('n');
    if (!Number.isInteger(conversions) || conversions < 0 || conversions > n)
      throw new RangeError('x');
    return conversions / n;
  };
  const rc = rate(control);
  const rt = rate(treatment);
  const N = control.n + treatment.n;
  const r = (rc * control.n + rt * treatment.n) / N;
  const chi2 =
    (treatment.n - share * N) ** 2 / (share * N) +
    (control.n - (1 - share) * N) ** 2 / ((1 - share) * N);
  const srm = { chi2, p: 2 * normalTail(Math.sqrt(chi2)), flagged: false };
  srm.flagged = srm.p < srmAlpha;
  const none = control.conversions + treatment.conversions === 0;
  const all = control.conversions + treatment.conversions === N;
  const z =
    none || all ? 0 : (rt - rc) / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const h =
    upperPoint(alpha) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  return {
    srm,
    diff: rt - rc,
    relativeLift: control.conversions === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - h, rt - rc + h],
    verdict: srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
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
