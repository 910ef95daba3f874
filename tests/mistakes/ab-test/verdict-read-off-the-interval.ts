// Wrong: calls the result significant where the interval leaves out 0, instead of where p is below alpha.
interface Arm {
  n: number;
  conversions: number;
}

class Experiment {
  private c: Arm;
  private t: Arm;
  private alpha: number;
  private share: number;
  private srmAlpha: number;

  constructor(c: Arm, t: Arm, alpha: number, share: number, srmAlpha: number) {
    this.c = c;
    this.t = t;
    this.alpha = alpha;
    this.share = share;
    this.srmAlpha = srmAlpha;
    for (const arm of [c, t]) {
      if (!Number.isInteger(arm.n) || arm.n < 1) throw new RangeError('n is a whole number from 1');
      if (!Number.isInteger(arm.conversions) || arm.conversions < 0 || arm.conversions > arm.n) {
        throw new RangeError('conversions are a whole number up to n');
      }
    }
    for (const level of [alpha, share, srmAlpha]) {
      if (level <= 0 || level >= 1) throw new RangeError('levels lie between 0 and 1');
    }
  }
  get rates(): [number, number] {
    return [this.c.conversions / this.c.n, this.t.conversions / this.t.n];
  }
  srm() {
    const sum = this.c.n + this.t.n;
    const et = this.share * sum;
    const ec = (1 - this.share) * sum;
    const chi2 = (this.c.n - ec) ** 2 / ec + (this.t.n - et) ** 2 / et;
    const p = 2 * normalTail(Math.sqrt(chi2));
    return { chi2, p, flagged: p < this.srmAlpha };
  }
  test() {
    const x = this.c.conversions + this.t.conversions;
    const sum = this.c.n + this.t.n;
    if (x === 0 || x === sum) return { z: 0, p: 1 };
    const [rc, rt] = this.rates;
    const z = (rt - rc) / Math.sqrt((x / sum) * (1 - x / sum) * (1 / this.c.n + 1 / this.t.n));
    return { z, p: 2 * normalTail(Math.abs(z)) };
  }
  interval(): [number, number] {
    const [rc, rt] = this.rates;
    const e =
      upperPoint(this.alpha / 2) *
      Math.sqrt((rc * (1 - rc)) / this.c.n + (rt * (1 - rt)) / this.t.n);
    return [rt - rc - e, rt - rc + e];
  }
}

export function abTest(
  control: Arm,
  treatment: Arm,
  options?: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number },
): {
  srm: { chi2: number; p: number; flagged: boolean };
  diff: number;
  relativeLift: number | null;
  z: number;
  p: number;
  ci: [number, number];
  verdict: 'invalid-srm' | 'significant' | 'inconclusive';
} {
  const e = new Experiment(
    control,
    treatment,
    options?.alpha ?? 0.05,
    options?.expectedTreatmentShare ?? 0.5,
    options?.srmAlpha ?? 0.001,
  );
  const srm = e.srm();
  const ci = e.interval();
  const [rc, rt] = e.rates;
  const excludesZero = ci[0] > 0 || ci[1] < 0;
  return {
    srm,
    diff: rt - rc,
    relativeLift: rc === 0 ? null : (rt - rc) / rc,
    ...e.test(),
    ci,
    verdict: srm.flagged ? 'invalid-srm' : excludesZero ? 'significant' : 'inconclusive',
  };
}

/** Given: the probability that a standard normal number exceeds z. */
export function normalTail(z: number): number {
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

/** Given: the point that a standard normal number exceeds with probability `tail`. */
export function upperPoint(tail: number): number {
  let low = -40;
  let high = 40;
  for (let half = 0; half < 80; half += 1) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return low;
}
