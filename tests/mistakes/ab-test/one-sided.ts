// Looks at one tail only.
type Arm = { n: number; conversions: number };
const fail = (m: string): never => {
  throw new RangeError(m);
};
export const abTest = (
  control: Arm,
  treatment: Arm,
  options?: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number },
) => {
  const alpha = options?.alpha ?? 0.05;
  const s = options?.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options?.srmAlpha ?? 0.001;
  if ([alpha, s, srmAlpha].some(v => !(v > 0 && v < 1))) fail('options');
  if ([control, treatment].some(a => a.n < 1 || a.n % 1 !== 0)) fail('n');
  if (
    [control, treatment].some(
      a => a.conversions < 0 || a.conversions > a.n || a.conversions % 1 !== 0,
    )
  )
    fail('x');
  const N = control.n + treatment.n;
  const chi2 = (treatment.n - s * N) ** 2 / (N * s * (1 - s));
  const srmP = 2 * normalTail(Math.sqrt(chi2));
  const [u, v] = [control.conversions / control.n, treatment.conversions / treatment.n];
  const r = (control.conversions + treatment.conversions) / N;
  const z =
    r * (1 - r) === 0 ? 0 : (v - u) / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const p = r * (1 - r) === 0 ? 1 : normalTail(Math.abs(z));
  const h =
    upperPoint(alpha / 2) * Math.sqrt((u * (1 - u)) / control.n + (v * (1 - v)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: v - u,
    relativeLift: u === 0 ? null : (v - u) / u,
    z,
    p,
    ci: [v - u - h, v - u + h],
    verdict: srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
};

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
