// Right: works on counts in a two-by-two table, with its own tail (Simpson's rule or Lentz) and a Newton inverse.
interface Arm {
  n: number;
  conversions: number;
}

type Verdict = 'invalid-srm' | 'significant' | 'inconclusive';

const strictlyInside = (value: number, name: string): number => {
  if (value <= 0 || value >= 1) throw new RangeError(`${name} must lie strictly between 0 and 1`);
  return value;
};

const cells = ({ n, conversions }: Arm): [yes: number, no: number] => {
  if (n < 1 || Math.floor(n) !== n) throw new RangeError('users: a whole number of 1 or more');
  if (conversions < 0 || conversions > n || Math.floor(conversions) !== conversions) {
    throw new RangeError('conversions: a whole number of 0 … n');
  }
  return [conversions, n - conversions];
};

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
  verdict: Verdict;
} {
  const [a, b] = cells(control);
  const [c, d] = cells(treatment);
  const alpha = strictlyInside(options?.alpha ?? 0.05, 'alpha');
  const share = strictlyInside(options?.expectedTreatmentShare ?? 0.5, 'expectedTreatmentShare');
  const srmAlpha = strictlyInside(options?.srmAlpha ?? 0.001, 'srmAlpha');

  const nc = a + b;
  const nt = c + d;
  const off = nt - share * (nc + nt);
  // both squares are the same number, so the two fractions have one common form
  const chi2 = (off / (nc + nt)) * (off / (share * (1 - share)));
  const srmP = bothSides(Math.sqrt(chi2));

  // c / nt - a / nc, on one denominator
  const diff = (c * b - a * d) / nc / nt;
  const yes = a + c;
  const no = b + d;
  const z = yes === 0 || no === 0 ? 0 : diff * Math.sqrt((nc / yes) * (nt / no) * (nc + nt));
  const p = bothSides(Math.abs(z));

  const spread = Math.sqrt(((a / nc) * (b / nc)) / nc + ((c / nt) * (d / nt)) / nt);
  const reach = upperPoint(alpha / 2) * spread;
  const flagged = srmP < srmAlpha;
  let verdict: Verdict = 'inconclusive';
  if (p < alpha) verdict = 'significant';
  if (flagged) verdict = 'invalid-srm';
  return {
    srm: { chi2, p: srmP, flagged },
    diff,
    relativeLift: a > 0 ? (diff * nc) / a : null,
    z,
    p,
    ci: [diff - reach, diff + reach],
    verdict,
  };
}

function bothSides(distance: number): number {
  return distance === 0 ? 1 : 2 * normalTail(distance);
}

const density = (t: number) => Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI);

export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z < 2.5) {
    const steps = 2000;
    const h = z / steps;
    let sum = density(0) + density(z);
    for (let i = 1; i < steps; i += 1) sum += (i % 2 === 1 ? 4 : 2) * density(i * h);
    return 0.5 - (sum * h) / 3;
  }
  // Lentz's evaluation of z + 1 / (z + 2 / (z + …
  let f = z;
  let cc = z;
  let dd = 0;
  for (let k = 1; k < 500; k += 1) {
    dd = 1 / (z + k * dd);
    cc = z + k / cc;
    f *= cc * dd;
    if (Math.abs(cc * dd - 1) < 1e-16) break;
  }
  return density(z) / f;
}

export function upperPoint(tail: number): number {
  if (tail > 0.5) return -upperPoint(1 - tail);
  // Newton on the logarithm of the tail, which is concave: it comes down from this upper bound
  let z = Math.sqrt(-2 * Math.log(tail));
  for (let round = 0; round < 100; round += 1) {
    const here = normalTail(z);
    const step = (Math.log(here) - Math.log(tail)) * (here / density(z));
    z += step;
    if (Math.abs(step) < 1e-14 * (1 + z)) break;
  }
  return z;
}
