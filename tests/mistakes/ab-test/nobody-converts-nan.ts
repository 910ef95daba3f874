// Divides 0 by 0 where nobody or everybody converts.
interface Arm {
  n: number;
  conversions: number;
}
export function abTest(
  c: Arm,
  t: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  for (const a of [c, t]) {
    if (!Number.isInteger(a.n)) throw new RangeError('n');
    if (!Number.isInteger(a.conversions)) throw new RangeError('x');
    if (a.n < 1 || a.conversions < 0 || a.n < a.conversions) throw new RangeError('range');
  }
  const alpha = options.alpha ?? 0.05;
  const phi = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  [alpha, phi, srmAlpha].forEach(v => {
    if (!(v > 0) || !(v < 1)) throw new RangeError('v');
  });
  const N = c.n + t.n;
  const chi2 = (c.n - N * (1 - phi)) ** 2 / (N * (1 - phi)) + (t.n - N * phi) ** 2 / (N * phi);
  const srm = {
    chi2,
    p: 2 * normalTail(chi2 ** 0.5),
    flagged: 2 * normalTail(chi2 ** 0.5) < srmAlpha,
  };
  const [rc, rt, r] = [
    c.conversions / c.n,
    t.conversions / t.n,
    (c.conversions + t.conversions) / N,
  ];
  const z = (rt - rc) / Math.sqrt(r * (1 - r) * (1 / c.n + 1 / t.n));
  const p = 2 * normalTail(Math.abs(z));
  const reach = upperPoint(alpha / 2) * Math.sqrt((rc * (1 - rc)) / c.n + (rt * (1 - rt)) / t.n);
  const verdict = srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive';
  return {
    srm,
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    z,
    p,
    ci: [rt - rc - reach, rt - rc + reach],
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
