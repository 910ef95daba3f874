// Arms are objects that know their rate; the tail is the integral of the density by Gauss–Legendre panels.
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

const normal = {
  density: (x: number): number => Math.exp(-x * x * 0.5) / Math.sqrt(2 * Math.PI),
  /** From z to z + 12 in 96 panels; beyond that nothing is left. */
  beyond(z: number): number {
    let total = 0;
    const h = 0.125;
    for (let panel = 0; panel < 96; panel += 1) {
      const centre = z + (panel + 0.5) * h;
      NODES.forEach((node, i) => {
        const step = (node * h) / 2;
        total += WEIGHTS[i] * (normal.density(centre - step) + normal.density(centre + step));
      });
    }
    return (total * h) / 2;
  },
};

class Group {
  readonly n: number;
  readonly x: number;
  constructor({ n, conversions }: { n: number; conversions: number }) {
    const whole = Number.isSafeInteger(n) && Number.isSafeInteger(conversions);
    if (!whole || n < 1 || conversions < 0 || conversions > n) {
      throw new RangeError(`${conversions} of ${n} users`);
    }
    this.n = n;
    this.x = conversions;
  }
  get rate() {
    return this.x / this.n;
  }
  get variance() {
    return (this.rate * (1 - this.rate)) / this.n;
  }
  with(other: Group) {
    return new Group({ n: this.n + other.n, conversions: this.x + other.x });
  }
}

function level(value: number | undefined, otherwise: number): number {
  const chosen = value === undefined ? otherwise : value;
  if (chosen <= 0 || chosen >= 1) throw new RangeError(`a level of ${chosen}`);
  return chosen;
}

function critical(tail: number): number {
  // Newton on the logarithm, which is concave and nearly a parabola.
  let z = 1;
  for (let i = 0; i < 12; i += 1) {
    const beyond = normal.beyond(z);
    z += (Math.log(beyond / tail) * beyond) / normal.density(z);
  }
  return z;
}

export function abTest(
  control: { n: number; conversions: number },
  treatment: { n: number; conversions: number },
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
) {
  const alpha = level(options.alpha, 0.05);
  const share = level(options.expectedTreatmentShare, 0.5);
  const srmAlpha = level(options.srmAlpha, 0.001);
  const [c, t] = [new Group(control), new Group(treatment)];
  const both = c.with(t);

  const planned = both.n * share;
  const deviation = (t.n - planned) / Math.sqrt(planned * (1 - share));
  const srmP = 2 * normal.beyond(Math.abs(deviation));
  const srm = { chi2: deviation ** 2, p: srmP, flagged: srmP < srmAlpha };

  const diff = t.rate - c.rate;
  const error = Math.sqrt(both.rate * (1 - both.rate) * (both.n / (c.n * t.n)));
  const z = error > 0 ? diff / error : 0;
  const p = 2 * normal.beyond(Math.abs(z));
  const width = critical(alpha / 2) * Math.hypot(Math.sqrt(c.variance), Math.sqrt(t.variance));
  const verdicts = ['inconclusive', 'significant', 'invalid-srm', 'invalid-srm'];
  return {
    srm,
    diff,
    relativeLift: c.x > 0 ? diff / c.rate : null,
    z,
    p,
    ci: [diff - width, diff + width],
    verdict: verdicts[2 * Number(srm.flagged) + Number(p < alpha)],
  };
}
