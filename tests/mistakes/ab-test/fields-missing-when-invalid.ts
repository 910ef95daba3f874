// Stops at a split that is flagged and computes nothing more.
type Arm = { n: number; conversions: number };
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  if ([alpha, share, srmAlpha].some(v => v <= 0 || v >= 1)) throw new RangeError('option');
  const counts = [control.n, treatment.n, control.conversions, treatment.conversions];
  if (!counts.every(v => Number.isInteger(v) && v >= 0)) throw new RangeError('counts');
  if (control.n === 0 || treatment.n === 0) throw new RangeError('nobody');
  if (control.conversions > control.n || treatment.conversions > treatment.n)
    throw new RangeError('too many');
  const N = control.n + treatment.n;
  const chi2 =
    (control.n - N * (1 - share)) ** 2 / (N * (1 - share)) +
    (treatment.n - N * share) ** 2 / (N * share);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const empty = { diff: 0, relativeLift: null, z: 0, p: 1, ci: [0, 0] };
  if (srmP < srmAlpha)
    return { srm: { chi2, p: srmP, flagged: true }, ...empty, verdict: 'invalid-srm' };
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const r = (control.conversions + treatment.conversions) / N;
  const z =
    r === 0 || r === 1 ? 0 : (rt - rc) / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: false },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - half, rt - rc + half],
    verdict: p < alpha ? 'significant' : 'inconclusive',
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
