// Computes the check of the split and then forgets it.
interface Arm {
  n: number;
  conversions: number;
}
const whole = (v: number, low: number, high: number) => {
  if (!Number.isInteger(v) || v < low || v > high) throw new RangeError(`${v}`);
};
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  whole(control.n, 1, Infinity);
  whole(treatment.n, 1, Infinity);
  whole(control.conversions, 0, control.n);
  whole(treatment.conversions, 0, treatment.n);
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  if (alpha <= 0 || alpha >= 1) throw new RangeError('alpha');
  if (share <= 0 || share >= 1) throw new RangeError('share');
  if (srmAlpha <= 0 || srmAlpha >= 1) throw new RangeError('srmAlpha');
  const n = control.n + treatment.n;
  const chi2 = [
    [control.n, 1 - share],
    [treatment.n, share],
  ].reduce((s, [o, q]) => s + (o - n * q) ** 2 / (n * q), 0);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const p1 = control.conversions / control.n;
  const p2 = treatment.conversions / treatment.n;
  const pool = (control.conversions + treatment.conversions) / n;
  const nullSE = Math.sqrt(pool * (1 - pool) * (1 / control.n + 1 / treatment.n));
  const z = nullSE ? (p2 - p1) / nullSE : 0;
  const p = 2 * normalTail(Math.abs(z));
  const d =
    upperPoint(alpha / 2) * Math.sqrt((p1 * (1 - p1)) / control.n + (p2 * (1 - p2)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: p2 - p1,
    relativeLift: p1 ? (p2 - p1) / p1 : null,
    z,
    p,
    ci: [p2 - p1 - d, p2 - p1 + d],
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
