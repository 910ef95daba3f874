// Divides by a control rate of 0.
type Arm = { n: number; conversions: number };
function check(...arms: Arm[]) {
  for (const { n, conversions } of arms) {
    if (Math.floor(n) !== n || n <= 0) throw new RangeError('users');
    if (Math.floor(conversions) !== conversions) throw new RangeError('conversions');
    if (conversions < 0 || conversions > n) throw new RangeError('conversions');
  }
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  check(control, treatment);
  const { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 } = options;
  if (
    !(
      alpha > 0 &&
      alpha < 1 &&
      expectedTreatmentShare > 0 &&
      expectedTreatmentShare < 1 &&
      srmAlpha > 0 &&
      srmAlpha < 1
    )
  )
    throw new RangeError('options');
  const N = control.n + treatment.n;
  const share = treatment.n / N;
  const zs =
    (share - expectedTreatmentShare) /
    Math.sqrt((expectedTreatmentShare * (1 - expectedTreatmentShare)) / N);
  const srmP = 2 * normalTail(Math.abs(zs));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const r = (control.conversions + treatment.conversions) / N;
  const se = Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const z = se === 0 ? 0 : (rt - rc) / se;
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  return {
    srm: { chi2: zs * zs, p: srmP, flagged: srmP < srmAlpha },
    diff: rt - rc,
    relativeLift: (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - half, rt - rc + half],
    verdict: srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
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
