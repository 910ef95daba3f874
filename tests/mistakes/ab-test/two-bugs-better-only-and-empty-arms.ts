// Two mistakes: only a better treatment is significant, and arms without users are let through.
interface Arm {
  n: number;
  conversions: number;
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  for (const v of [alpha, share, srmAlpha]) if (!(v > 0 && v < 1)) throw new RangeError('option');
  for (const { n, conversions } of [control, treatment]) {
    if (n < 0 || n % 1 || conversions < 0 || conversions % 1 || conversions > n)
      throw new RangeError('arm');
  }
  const N = control.n + treatment.n;
  const chi2 =
    (control.n - N * (1 - share)) ** 2 / (N * (1 - share)) +
    (treatment.n - N * share) ** 2 / (N * share);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rc = control.n ? control.conversions / control.n : 0;
  const rt = treatment.n ? treatment.conversions / treatment.n : 0;
  const r = (control.conversions + treatment.conversions) / N;
  const z =
    r === 0 || r === 1 ? 0 : (rt - rc) / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  const won = p < alpha && z > 0;
  const flagged = srmP < srmAlpha;
  return {
    srm: { chi2, p: srmP, flagged },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - half, rt - rc + half],
    verdict: flagged ? 'invalid-srm' : won ? 'significant' : 'inconclusive',
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
