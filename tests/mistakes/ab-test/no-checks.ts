// Trusts its callers.
type Arm = { n: number; conversions: number };
export function abTest(
  c: Arm,
  t: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const s = options.expectedTreatmentShare ?? 0.5;
  const N = c.n + t.n;
  const chi2 = (c.n - (1 - s) * N) ** 2 / ((1 - s) * N) + (t.n - s * N) ** 2 / (s * N);
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const flagged = srmP < (options.srmAlpha ?? 0.001);
  const rc = c.conversions / c.n;
  const rt = t.conversions / t.n;
  const r = (c.conversions + t.conversions) / N;
  const se = Math.sqrt(r * (1 - r) * (1 / c.n + 1 / t.n));
  const z = se === 0 ? 0 : (rt - rc) / se;
  const p = 2 * normalTail(Math.abs(z));
  const m = upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / c.n + (rt * (1 - rt)) / t.n);
  return {
    srm: { chi2, p: srmP, flagged },
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - m, rt - rc + m],
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
