// Divides the difference by the treatment's rate.
interface Arm {
  n: number;
  conversions: number;
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const { n: n1, conversions: x1 } = control;
  const { n: n2, conversions: x2 } = treatment;
  for (const n of [n1, n2]) if (n % 1 || n < 1) throw new RangeError('n');
  if (x1 % 1 || x2 % 1 || x1 < 0 || x2 < 0 || x1 > n1 || x2 > n2) throw new RangeError('x');
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  for (const q of [alpha, share, srmAlpha]) if (q <= 0 || q >= 1) throw new RangeError('q');
  const N = n1 + n2;
  const chi2 =
    (n1 - N * (1 - share)) ** 2 / (N * (1 - share)) + (n2 - N * share) ** 2 / (N * share);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const diff = x2 / n2 - x1 / n1;
  const r = (x1 + x2) / N;
  const degenerate = x1 + x2 === 0 || x1 + x2 === N;
  const z = degenerate ? 0 : diff / Math.sqrt(r * (1 - r) * (1 / n1 + 1 / n2));
  const p = degenerate ? 1 : 2 * normalTail(Math.abs(z));
  const se = Math.sqrt((x1 * (n1 - x1)) / n1 ** 3 + (x2 * (n2 - x2)) / n2 ** 3);
  const half = upperPoint(alpha / 2) * se;
  const relativeLift = x1 === 0 ? null : diff / (x2 / n2);
  const verdict = srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive';
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff,
    relativeLift,
    z,
    p,
    ci: [diff - half, diff + half],
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
