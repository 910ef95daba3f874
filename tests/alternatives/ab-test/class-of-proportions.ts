// Right: an immutable class for one arm, small pure functions for each section, bisection kept for the quantile.
interface Arm {
  n: number;
  conversions: number;
}

class Proportion {
  readonly users: number;
  readonly bought: number;
  readonly rate: number;
  private readonly failures: number;

  constructor(users: number, bought: number) {
    if (!(Number.isInteger(users) && users >= 1))
      throw new RangeError(`${users} is no number of users`);
    if (!(Number.isInteger(bought) && 0 <= bought && bought <= users)) {
      throw new RangeError(`${bought} of ${users} cannot have converted`);
    }
    this.users = users;
    this.bought = bought;
    this.rate = bought / users;
    this.failures = users - bought;
  }

  get isUnanimous(): boolean {
    return this.bought === 0 || this.failures === 0;
  }

  /** r (1 - r) */
  get bernoulliVariance(): number {
    return this.rate * (this.failures / this.users);
  }

  together(other: Proportion): Proportion {
    return new Proportion(this.users + other.users, this.bought + other.bought);
  }
}

function sampleRatio(nC: number, nT: number, share: number, level: number) {
  const total = nC + nT;
  const chi2 = [
    [nC, (1 - share) * total],
    [nT, share * total],
  ].reduce((sum, [seen, expected]) => sum + ((seen - expected) / expected) * (seen - expected), 0);
  const p = twoSided(Math.sqrt(chi2));
  return { chi2, p, flagged: p < level };
}

const twoSided = (z: number): number => Math.min(1, 2 * normalTail(Math.abs(z)));

function pooledZ(c: Proportion, t: Proportion): number {
  const all = c.together(t);
  if (all.isUnanimous) return 0;
  return (
    (t.rate - c.rate) / Math.sqrt(all.bernoulliVariance / c.users + all.bernoulliVariance / t.users)
  );
}

function interval(c: Proportion, t: Proportion, alpha: number): [number, number] {
  const error = Math.sqrt(c.bernoulliVariance / c.users + t.bernoulliVariance / t.users);
  const point = upperPoint(alpha / 2);
  return [t.rate - c.rate - point * error, t.rate - c.rate + point * error];
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
  const settings = { alpha: 0.05, expectedTreatmentShare: 0.5, srmAlpha: 0.001 };
  for (const name of ['alpha', 'expectedTreatmentShare', 'srmAlpha'] as const) {
    const given = options?.[name];
    if (given === undefined) continue;
    if (!(given > 0) || !(given < 1))
      throw new RangeError(`${name} is not strictly between 0 and 1`);
    settings[name] = given;
  }
  const c = new Proportion(control.n, control.conversions);
  const t = new Proportion(treatment.n, treatment.conversions);

  const srm = sampleRatio(c.users, t.users, settings.expectedTreatmentShare, settings.srmAlpha);
  const z = pooledZ(c, t);
  const p = twoSided(z);
  const decide = () => {
    if (srm.flagged) return 'invalid-srm' as const;
    return p < settings.alpha ? ('significant' as const) : ('inconclusive' as const);
  };
  return {
    srm,
    diff: t.rate - c.rate,
    relativeLift: c.bought === 0 ? null : (t.rate - c.rate) / c.rate,
    z,
    p,
    ci: interval(c, t, settings.alpha),
    verdict: decide(),
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
