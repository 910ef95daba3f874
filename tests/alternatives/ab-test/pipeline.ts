// Small functions from record to record; what is known grows along the way.
type Arm = Readonly<{ n: number; conversions: number }>;
type Levels = Readonly<{ alpha: number; expectedTreatmentShare: number; srmAlpha: number }>;

const tail = (z: number): number => {
  const a = Math.abs(z);
  const density = Math.exp(-a * a * 0.5) * 0.3989422804014327;
  if (a > 3) {
    const mills = Array.from({ length: 60 }, (_, i) => 60 - i).reduce((f, k) => a + k / f, a);
    return z > 0 ? density / mills : 1 - density / mills;
  }
  let [sum, term, k] = [0, a, 1];
  while (term > 1e-18) {
    sum += term;
    k += 2;
    term *= (a * a) / k;
  }
  return 0.5 - Math.sign(z) * density * sum;
};

const invert = (f: (z: number) => number, wanted: number, low: number, high: number): number => {
  const middle = low + (high - low) / 2;
  if (middle === low || middle === high) return middle;
  return f(middle) > wanted ? invert(f, wanted, middle, high) : invert(f, wanted, low, middle);
};

const must = (condition: boolean, message: string): void => {
  if (!condition) throw new RangeError(message);
};

const withDefaults = (given: Partial<Levels> | undefined): Levels => ({
  alpha: given?.alpha ?? 0.05,
  expectedTreatmentShare: given?.expectedTreatmentShare ?? 0.5,
  srmAlpha: given?.srmAlpha ?? 0.001,
});

const validated = (arms: readonly Arm[], levels: Levels): void => {
  for (const [name, value] of Object.entries(levels)) must(value > 0 && value < 1, name);
  for (const { n, conversions } of arms) {
    must(Number.isInteger(n) && n >= 1, 'n');
    must(Number.isInteger(conversions), 'conversions');
    must(conversions >= 0 && conversions <= n, 'conversions');
  }
};

const splitOf = (c: Arm, t: Arm, { expectedTreatmentShare: s, srmAlpha }: Levels) => {
  const total = c.n + t.n;
  const chi2 = [
    { seen: c.n, due: total * (1 - s) },
    { seen: t.n, due: total * s },
  ]
    .map(({ seen, due }) => (seen - due) ** 2 / due)
    .reduce((a, b) => a + b);
  const p = 2 * tail(Math.sqrt(chi2));
  return { chi2, p, flagged: p < srmAlpha };
};

const testOf = (c: Arm, t: Arm) => {
  const r = (c.conversions + t.conversions) / (c.n + t.n);
  const diff = t.conversions / t.n - c.conversions / c.n;
  if (r === 0 || r === 1) return { z: 0, p: 1 };
  const z = diff / (Math.sqrt(r - r * r) * Math.sqrt(1 / c.n + 1 / t.n));
  return { z, p: 2 * tail(Math.abs(z)) };
};

const intervalOf = (c: Arm, t: Arm, { alpha }: Levels): [number, number] => {
  const [u, v] = [c, t].map(({ n, conversions }) => conversions / n);
  const error = Math.sqrt((u - u * u) / c.n + (v - v * v) / t.n);
  const z = invert(tail, alpha / 2, -40, 40);
  return [v - u - z * error, v - u + z * error];
};

export const abTest = (control: Arm, treatment: Arm, options?: Partial<Levels>) => {
  const levels = withDefaults(options);
  validated([control, treatment], levels);
  const srm = splitOf(control, treatment, levels);
  const { z, p } = testOf(control, treatment);
  const base = control.conversions / control.n;
  const diff = treatment.conversions / treatment.n - base;
  return {
    srm,
    diff,
    relativeLift: base === 0 ? null : diff / base,
    z,
    p,
    ci: intervalOf(control, treatment, levels),
    verdict: srm.flagged ? 'invalid-srm' : p < levels.alpha ? 'significant' : 'inconclusive',
  };
};
