// Applies the continuity correction to the split.
interface Arm {
  n: number;
  conversions: number;
}
function ensure(condition: boolean, text: string) {
  if (!condition) throw new RangeError(text);
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 } = options;
  for (const v of [alpha, expectedTreatmentShare, srmAlpha]) ensure(v > 0 && v < 1, 'option');
  for (const a of [control, treatment]) {
    ensure(Number.isInteger(a.n) && a.n > 0, 'n');
    ensure(Number.isInteger(a.conversions) && a.conversions >= 0 && a.conversions <= a.n, 'x');
  }
  const N = control.n + treatment.n;
  const et = expectedTreatmentShare * N;
  const gap = Math.max(0, Math.abs(treatment.n - et) - 0.5);
  const chi2 = gap ** 2 / et + gap ** 2 / (N - et);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const r = (control.conversions + treatment.conversions) / N;
  const se = Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const z = se > 0 ? (rt - rc) / se : 0;
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: rt - rc,
    relativeLift: rc > 0 ? (rt - rc) / rc : null,
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
