// Calls a test significant where the interval leaves 0 out.
type Arm = { n: number; conversions: number };
export function abTest(
  control: Arm,
  treatment: Arm,
  opts: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = opts.alpha ?? 0.05;
  const w = opts.expectedTreatmentShare ?? 0.5;
  const limit = opts.srmAlpha ?? 0.001;
  const bad = [alpha, w, limit].find(q => !(0 < q && q < 1));
  if (bad !== undefined) throw new RangeError(`option ${bad}`);
  for (const { n, conversions } of [control, treatment]) {
    if (n < 1 || !Number.isInteger(n)) throw new RangeError(`n ${n}`);
    if (conversions < 0 || conversions > n || !Number.isInteger(conversions))
      throw new RangeError('x');
  }
  const all = control.n + treatment.n;
  const miss = treatment.n - all * w;
  const chi2 = miss ** 2 / (all * w) + miss ** 2 / (all * (1 - w));
  const srm = { chi2, p: 2 * normalTail(Math.sqrt(chi2)), flagged: false };
  srm.flagged = srm.p < limit;
  const a = control.conversions / control.n;
  const b = treatment.conversions / treatment.n;
  const diff = b - a;
  const both = (control.conversions + treatment.conversions) / all;
  let z = diff / Math.sqrt(both * (1 - both) * (1 / control.n + 1 / treatment.n));
  if (Number.isNaN(z)) z = 0;
  const p = 2 * normalTail(Math.abs(z));
  const half =
    upperPoint(alpha / 2) * Math.sqrt((a * (1 - a)) / control.n + (b * (1 - b)) / treatment.n);
  const ci = [diff - half, diff + half];
  const outside = ci[0] > 0 || ci[1] < 0;
  const verdict = srm.flagged ? 'invalid-srm' : outside ? 'significant' : 'inconclusive';
  return { srm, diff, relativeLift: a > 0 ? diff / a : null, z, p, ci, verdict };
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
