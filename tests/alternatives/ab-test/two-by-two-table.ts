// Written around the 2 × 2 table: z is the signed root of its χ².
interface Arm {
  n: number;
  conversions: number;
}
interface Options {
  alpha?: number;
  expectedTreatmentShare?: number;
  srmAlpha?: number;
}

function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z > 3) {
    let fraction = z;
    for (let k = 60; k > 0; k -= 1) fraction = z + k / fraction;
    return density / fraction;
  }
  let area = 0;
  let term = z;
  for (let k = 3; k < 100; k += 2) {
    area += term;
    term *= (z * z) / k;
  }
  return 0.5 - density * area;
}

function upperPoint(tail: number): number {
  let [low, high] = [-40, 40];
  while (high - low > 1e-13) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const pearson = (observed: number[], expected: number[]) =>
  observed.reduce((sum, o, i) => {
    const gap = o - expected[i];
    return gap === 0 ? sum : sum + (gap * gap) / expected[i];
  }, 0);
const survival = (chi2: number) => 2 * normalTail(Math.sqrt(chi2));

function check(arms: Arm[], levels: number[]): void {
  for (const { n, conversions: x } of arms) {
    if (!Number.isInteger(n) || n <= 0) throw new RangeError('n');
    if (!Number.isInteger(x) || x < 0 || x > n) throw new RangeError('conversions');
  }
  if (!levels.every(level => 0 < level && level < 1)) throw new RangeError('options');
}

export function abTest(control: Arm, treatment: Arm, options: Options = {}) {
  const defaults = { alpha: 0.05, expectedTreatmentShare: 0.5, srmAlpha: 0.001 };
  const pick = (name: keyof Options): number => options[name] ?? defaults[name];
  const alpha = pick('alpha');
  const share = pick('expectedTreatmentShare');
  check([control, treatment], [alpha, share, pick('srmAlpha')]);

  const sizes = [control.n, treatment.n];
  const N = sizes[0] + sizes[1];
  const split = pearson(sizes, [N - share * N, share * N]);
  const srm = { chi2: split, p: survival(split), flagged: survival(split) < pick('srmAlpha') };

  const yes = [control.conversions, treatment.conversions];
  const no = sizes.map((n, i) => n - yes[i]);
  const [allYes, allNo] = [yes[0] + yes[1], no[0] + no[1]];
  const table = pearson(
    [...yes, ...no],
    [...sizes.map(n => (n * allYes) / N), ...sizes.map(n => (n * allNo) / N)],
  );
  const diff = (yes[1] * sizes[0] - yes[0] * sizes[1]) / (sizes[0] * sizes[1]);
  const z = Math.sign(diff) * Math.sqrt(table);
  const p = survival(table);
  const variance = sizes.reduce((sum, n, i) => sum + (yes[i] * no[i]) / n ** 3, 0);
  const reach = upperPoint(alpha / 2) * Math.sqrt(variance);
  let verdict = 'inconclusive';
  if (p < alpha) verdict = 'significant';
  if (srm.flagged) verdict = 'invalid-srm';
  return {
    srm,
    diff,
    relativeLift: yes[0] === 0 ? null : (diff * sizes[0]) / yes[0],
    z,
    p,
    ci: [diff - reach, diff + reach],
    verdict,
  };
}
