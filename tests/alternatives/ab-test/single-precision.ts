// Keeps rates, errors and results in single precision; counts stay whole numbers.
const f = Math.fround;

interface Arm {
  n: number;
  conversions: number;
}

function tail(z: number): number {
  if (z < 0) return 1 - tail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let k = 60; k > 0; k -= 1) fraction = z + k / fraction;
    return density / fraction;
  }
  let area = 0;
  let term = z;
  for (let k = 3; k < 100; k += 2) {
    area += term;
    term *= (z * z) / k;
  }
  return 0.5 - density * area;
}

function point(q: number): number {
  let low = 0;
  let high = 10;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (tail(middle) > q) low = middle;
    else high = middle;
  }
  return f(high);
}

export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  if ([alpha, share, srmAlpha].some(level => level <= 0 || level >= 1))
    throw new RangeError('level');
  for (const arm of [control, treatment]) {
    const counts = [arm.n, arm.conversions, arm.n - arm.conversions];
    if (counts.some(count => count < 0 || !Number.isInteger(count))) throw new RangeError('counts');
    if (arm.n === 0) throw new RangeError('nobody');
  }
  const N = control.n + treatment.n;
  const rates = Float32Array.of(
    control.conversions / control.n,
    treatment.conversions / treatment.n,
    (control.conversions + treatment.conversions) / N,
  );
  const variances = rates.map(r => f(r * f(1 - r)));
  const diff = f(
    (treatment.conversions * control.n - control.conversions * treatment.n) /
      (control.n * treatment.n),
  );
  const pooled = f(Math.sqrt(f(variances[2] / control.n + variances[2] / treatment.n)));
  const error = f(Math.sqrt(f(variances[0] / control.n + variances[1] / treatment.n)));
  const z = pooled === 0 ? 0 : f(diff / pooled);
  const off = f(treatment.n - share * N);
  const chi2 = f((off * off) / f(N * share * (1 - share)));
  const half = point(alpha / 2) * error;
  const srm = { chi2, p: f(2 * tail(f(Math.sqrt(chi2)))), flagged: false };
  if (srm.p < srmAlpha) srm.flagged = true;
  const p = f(2 * tail(Math.abs(z)));
  return {
    srm,
    diff,
    relativeLift: control.conversions === 0 ? null : f(diff / rates[0]),
    z,
    p,
    ci: [f(diff - half), f(diff + half)],
    verdict: srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
}
