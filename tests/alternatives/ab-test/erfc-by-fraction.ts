// Own tail by a continued fraction taken forwards (Lentz) and an own quantile by Newton's method.
type Arm = { n: number; conversions: number };

function tail(z: number): number {
  if (z < 2) {
    // Simpson's rule over the density from 0 to |z|
    const steps = 400;
    const h = Math.abs(z) / steps;
    let sum = 0;
    for (let i = 0; i <= steps; i++) {
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      sum += weight * phi(i * h);
    }
    const area = (sum * h) / 3;
    return z < 0 ? 0.5 + area : 0.5 - area;
  }
  let f = z;
  let C = z;
  let D = 0;
  for (let k = 1; k < 400; k++) {
    D = 1 / (z + k * D);
    C = z + k / C;
    f *= C * D;
  }
  return phi(z) / f;
}
function phi(z: number): number {
  return Math.exp(-0.5 * z * z) / 2.5066282746310002;
}
function point(q: number): number {
  let z = 0;
  if (q > 0.5) return -point(1 - q);
  for (let i = 0; i < 100; i++) z += (tail(z) - q) / Math.max(phi(z), 1e-300);
  return z;
}

export function abTest(
  control: Arm,
  treatment: Arm,
  options?: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number },
) {
  const { alpha = 0.05, expectedTreatmentShare = 0.5, srmAlpha = 0.001 } = options ?? {};
  [alpha, expectedTreatmentShare, srmAlpha].forEach(level => {
    if (level <= 0 || level >= 1) throw new RangeError(`${level} is not between 0 and 1`);
  });
  [control, treatment].forEach(arm => {
    if (arm.n < 1 || arm.n % 1 !== 0) throw new RangeError('users');
    if (arm.conversions % 1 !== 0) throw new RangeError('conversions');
    if (arm.conversions < 0 || arm.conversions > arm.n) throw new RangeError('conversions');
  });
  const N = control.n + treatment.n;
  const off = treatment.n - expectedTreatmentShare * N;
  // Both terms of χ² in one: the arms are off by the same number.
  const chi2 = (off * off) / (N * expectedTreatmentShare * (1 - expectedTreatmentShare));
  const srmP = Math.min(1, 2 * tail(Math.sqrt(chi2)));
  const rc = control.conversions / control.n;
  const rt = treatment.conversions / treatment.n;
  const converted = control.conversions + treatment.conversions;
  const certain = converted === 0 || converted === N;
  const r = converted / N;
  const z = certain ? 0 : (rt - rc) / Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const p = certain ? 1 : 2 * tail(Math.abs(z));
  const half =
    point(alpha / 2) * Math.sqrt((rc * (1 - rc)) / control.n + (rt * (1 - rt)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: rt - rc,
    relativeLift: rc > 0 ? rt / rc - 1 : null,
    z,
    p,
    ci: [rt - rc - half, rt - rc + half],
    verdict: srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
}
