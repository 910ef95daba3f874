// Brings its own normal distribution, a logistic curve that is right to two digits.
type Arm = { n: number; conversions: number };
const cdf = (z: number) => 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z ** 3));
const quantile = (q: number) => {
  let z = 0;
  for (let i = 0; i < 200; i++) z += (q - cdf(z)) * 2;
  return z;
};
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const s = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  if ([alpha, s, srmAlpha].some(v => v <= 0 || v >= 1)) throw new RangeError('options');
  for (const a of [control, treatment]) {
    if (a.n < 1 || a.conversions < 0 || a.conversions > a.n) throw new RangeError('counts');
    if (a.n % 1 !== 0 || a.conversions % 1 !== 0) throw new RangeError('counts');
  }
  const N = control.n + treatment.n;
  const chi2 = (treatment.n - s * N) ** 2 * (1 / (s * N) + 1 / ((1 - s) * N));
  const srmP = 2 * (1 - cdf(Math.sqrt(chi2)));
  const [a, b] = [control.conversions / control.n, treatment.conversions / treatment.n];
  const r = (control.conversions + treatment.conversions) / N;
  const e = Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const z = e === 0 ? 0 : (b - a) / e;
  const p = 2 * (1 - cdf(Math.abs(z)));
  const h =
    quantile(1 - alpha / 2) * Math.sqrt((a * (1 - a)) / control.n + (b * (1 - b)) / treatment.n);
  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff: b - a,
    relativeLift: a === 0 ? null : (b - a) / a,
    z,
    p,
    ci: [b - a - h, b - a + h],
    verdict: srmP < srmAlpha ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
  };
}
