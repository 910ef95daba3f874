// Wrong: the pooled rate is the plain mean of the two rates, and an option of 0 silently becomes its default.
interface Arm {
  n: number;
  conversions: number;
}
interface Options {
  alpha?: number;
  expectedTreatmentShare?: number;
  srmAlpha?: number;
}
type Result = {
  srm: { chi2: number; p: number; flagged: boolean };
  diff: number;
  relativeLift: number | null;
  z: number;
  p: number;
  ci: [number, number];
  verdict: 'invalid-srm' | 'significant' | 'inconclusive';
};

export function abTest(control: Arm, treatment: Arm, options: Options = {}): Result {
  const alpha = options.alpha || 0.05;
  const planned = options.expectedTreatmentShare || 0.5;
  const srmAlpha = options.srmAlpha || 0.001;

  const fail = (text: string): never => {
    throw new RangeError(text);
  };
  if (alpha < 0 || alpha >= 1) fail('alpha');
  if (planned < 0 || planned >= 1) fail('expectedTreatmentShare');
  if (srmAlpha < 0 || srmAlpha >= 1) fail('srmAlpha');
  [control, treatment].forEach(({ n, conversions }) => {
    if (n < 1 || n % 1 !== 0) fail('n');
    if (conversions < 0 || conversions % 1 !== 0 || conversions > n) fail('conversions');
  });

  const rate = { c: control.conversions / control.n, t: treatment.conversions / treatment.n };
  const diff = rate.t - rate.c;

  const users = control.n + treatment.n;
  const deviation = treatment.n - planned * users;
  const chi2 = deviation ** 2 * (1 / (planned * users) + 1 / ((1 - planned) * users));
  const srmP = 2 * normalTail(Math.sqrt(chi2));

  const pooled = (rate.c + rate.t) / 2;
  const se = Math.sqrt(pooled * (1 - pooled) * (1 / control.n + 1 / treatment.n));
  const z = se > 0 ? diff / se : 0;
  const p = se > 0 ? 2 * normalTail(Math.abs(z)) : 1;

  const unpooled = Math.sqrt(
    (rate.c * (1 - rate.c)) / control.n + (rate.t * (1 - rate.t)) / treatment.n,
  );
  const q = upperPoint(alpha / 2);

  let verdict: Result['verdict'] = p < alpha ? 'significant' : 'inconclusive';
  if (srmP < srmAlpha) verdict = 'invalid-srm';

  return {
    srm: { chi2, p: srmP, flagged: srmP < srmAlpha },
    diff,
    relativeLift: control.conversions ? diff / rate.c : null,
    z,
    p,
    ci: [diff - q * unpooled, diff + q * unpooled],
    verdict,
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
