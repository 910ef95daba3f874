// Keeps the bounds within −1 and 1.
type Arm = { n: number; conversions: number };
const between = (v: number) => {
  if (v <= 0 || v >= 1) throw new RangeError('between 0 and 1');
};
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  between(alpha);
  between(share);
  between(srmAlpha);
  const arms = [control, treatment];
  if (arms.some(a => a.n < 1 || !Number.isInteger(a.n))) throw new RangeError('n');
  if (arms.some(a => a.conversions < 0 || a.conversions > a.n || !Number.isInteger(a.conversions)))
    throw new RangeError('x');
  const N = control.n + treatment.n;
  const expected = [N * (1 - share), N * share];
  const chi2 = arms
    .map((a, i) => (a.n - expected[i]) ** 2 / expected[i])
    .reduce((a, b) => a + b, 0);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const [rc, rt] = arms.map(a => a.conversions / a.n);
  const r = arms.reduce((s, a) => s + a.conversions, 0) / N;
  const se0 = Math.sqrt(r * (1 - r) * arms.reduce((s, a) => s + 1 / a.n, 0));
  const z = se0 === 0 ? 0 : (rt - rc) / se0;
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  const ci = [Math.max(-1, rt - rc - half), Math.min(1, rt - rc + half)];
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci,
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
