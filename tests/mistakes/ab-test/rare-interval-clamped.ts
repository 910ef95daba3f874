// Wrong: cuts the bounds of the interval off at -1 and 1, which shows only for a huge difference in tiny arms.
interface Arm {
  n: number;
  conversions: number;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(-1, value));
}

function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new RangeError(message);
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
  const opt = {
    alpha: options?.alpha ?? 0.05,
    share: options?.expectedTreatmentShare ?? 0.5,
    srm: options?.srmAlpha ?? 0.001,
  };
  Object.entries(opt).forEach(([name, v]) =>
    demand(v > 0 && v < 1, `${name} must be between 0 and 1`),
  );
  for (const { n, conversions } of [control, treatment]) {
    demand(Number.isInteger(n) && n > 0, 'n');
    demand(Number.isInteger(conversions) && conversions >= 0 && conversions <= n, 'conversions');
  }

  const nc = control.n;
  const nt = treatment.n;
  const expected = opt.share * (nc + nt);
  const z2 = (nt - expected) ** 2;
  const chi2 = z2 / expected + z2 / (nc + nt - expected);
  const pRatio = 2 * normalTail(Math.sqrt(chi2));

  const pc = control.conversions / nc;
  const pt = treatment.conversions / nt;
  const pooledVariance =
    ((control.conversions + treatment.conversions) / (nc + nt)) *
    (1 - (control.conversions + treatment.conversions) / (nc + nt));
  const z =
    pooledVariance === 0 ? 0 : (pt - pc) / Math.sqrt(pooledVariance / nc + pooledVariance / nt);
  const p = 2 * normalTail(Math.abs(z));

  const wide = upperPoint(opt.alpha / 2) * Math.sqrt((pc * (1 - pc)) / nc + (pt * (1 - pt)) / nt);
  const ci: [number, number] = [clamp(pt - pc - wide), clamp(pt - pc + wide)];

  const flagged = pRatio < opt.srm;
  return {
    srm: { chi2, p: pRatio, flagged },
    diff: pt - pc,
    relativeLift: control.conversions === 0 ? null : (pt - pc) / pc,
    z,
    p,
    ci,
    verdict: flagged ? 'invalid-srm' : p < opt.alpha ? 'significant' : 'inconclusive',
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
