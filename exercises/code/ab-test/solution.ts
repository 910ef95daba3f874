interface Arm {
  n: number;
  conversions: number;
}

/** Analyses an experiment with two arms: the split, the difference, a pooled test, an interval. */
export function abTest(
  control: Arm,
  treatment: Arm,
  options: { alpha?: number; expectedTreatmentShare?: number; srmAlpha?: number } = {},
): {
  srm: { chi2: number; p: number; flagged: boolean };
  diff: number;
  relativeLift: number | null;
  z: number;
  p: number;
  ci: [number, number];
  verdict: 'invalid-srm' | 'significant' | 'inconclusive';
} {
  const alpha = options.alpha ?? 0.05;
  const share = options.expectedTreatmentShare ?? 0.5;
  const srmAlpha = options.srmAlpha ?? 0.001;
  for (const [name, value] of Object.entries({ alpha, share, srmAlpha })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`abTest: ${name} is ${value}`);
  }
  checkArm('control', control);
  checkArm('treatment', treatment);

  const users = control.n + treatment.n;
  const toControl = (1 - share) * users; // how many were to be expected
  const toTreatment = share * users;
  const chi2 =
    (control.n - toControl) ** 2 / toControl + (treatment.n - toTreatment) ** 2 / toTreatment;
  const srmP = twoSided(Math.sqrt(chi2)); // χ² with one degree of freedom is the square of a normal
  const srm = { chi2, p: srmP, flagged: srmP < srmAlpha };

  const controlRate = control.conversions / control.n;
  const treatmentRate = treatment.conversions / treatment.n;
  const diff = treatmentRate - controlRate;
  const relativeLift = control.conversions === 0 ? null : diff / controlRate;

  // The test supposes that the arms do not differ, so they share one rate.
  const pooledRate = (control.conversions + treatment.conversions) / users;
  const pooled = pooledRate * (1 - pooledRate);
  const pooledError = Math.sqrt(pooled / control.n + pooled / treatment.n);
  const z = pooledError === 0 ? 0 : diff / pooledError;
  const p = twoSided(z);

  // The interval supposes nothing: each arm has a rate of its own.
  const controlVariance = (controlRate * (1 - controlRate)) / control.n;
  const treatmentVariance = (treatmentRate * (1 - treatmentRate)) / treatment.n;
  const margin = upperPoint(alpha / 2) * Math.sqrt(controlVariance + treatmentVariance);
  const ci: [number, number] = [diff - margin, diff + margin];

  const verdict = srm.flagged ? 'invalid-srm' : p < alpha ? 'significant' : 'inconclusive';
  return { srm, diff, relativeLift, z, p, ci, verdict };
}

/** The probability that a standard normal number lies at least as far from 0 as z, on either side. */
function twoSided(z: number): number {
  return 2 * normalTail(Math.abs(z));
}

function checkArm(name: string, { n, conversions }: Arm): void {
  if (!Number.isInteger(n)) throw new RangeError(`abTest: ${name} has ${n} users`);
  if (n < 1) throw new RangeError(`abTest: ${name} has no users`);
  if (!Number.isInteger(conversions)) {
    throw new RangeError(`abTest: ${name} has ${conversions} conversions`);
  }
  if (conversions < 0) throw new RangeError(`abTest: ${name} has ${conversions} conversions`);
  if (conversions > n) throw new RangeError(`abTest: ${name} has ${conversions} of ${n}`);
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
