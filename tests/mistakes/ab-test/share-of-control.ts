// Reads the expected share as the control's.
interface Arm {
  n: number;
  conversions: number;
}
class Experiment {
  readonly N: number;
  constructor(
    readonly c: Arm,
    readonly t: Arm,
  ) {
    for (const a of [c, t]) {
      if (!Number.isInteger(a.n) || a.n < 1) throw new RangeError('n');
      if (!Number.isInteger(a.conversions) || a.conversions < 0 || a.conversions > a.n)
        throw new RangeError('x');
    }
    this.N = c.n + t.n;
  }
  srm(share: number, limit: number) {
    const ec = share * this.N;
    const et = this.N - ec;
    const chi2 = (this.c.n - ec) ** 2 / ec + (this.t.n - et) ** 2 / et;
    const p = 2 * normalTail(Math.sqrt(chi2));
    return { chi2, p, flagged: p < limit };
  }
  get rates() {
    return [this.c.conversions / this.c.n, this.t.conversions / this.t.n];
  }
}
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const limit = options.srmAlpha ?? 0.001;
  if (![alpha, share, limit].every(v => v > 0 && v < 1)) throw new RangeError('level');
  const e = new Experiment(control, treatment);
  const [a, b] = e.rates;
  const r = (control.conversions + treatment.conversions) / e.N;
  const s0 = Math.sqrt(r * (1 - r) * (1 / control.n + 1 / treatment.n));
  const z = s0 > 0 ? (b - a) / s0 : 0;
  const p = 2 * normalTail(Math.abs(z));
  const h =
    upperPoint(alpha / 2) * Math.sqrt((a * (1 - a)) / control.n + (b * (1 - b)) / treatment.n);
  const srm = e.srm(share, limit);
  return {
    srm,
    diff: b - a,
    relativeLift: a === 0 ? null : (b - a) / a,
    z,
    p,
    ci: [b - a - h, b - a + h],
    verdict: srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive',
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
