/** Counts people in a table: a row for the state, a column for the result. */
function fail(text: string): never {
  throw new Error(text);
}

export function posterior(p: number, se: number, sp: number, positives: number = 1): number {
  for (const q of [p, se, sp]) if (q < 0 || q > 1) fail(`${q} is no probability`);
  if (positives < 0 || positives !== Math.floor(positives)) fail(`${positives} results?`);
  let people = { ill: p, healthy: 1 - p };
  let left = positives;
  while (left > 0) {
    const positive = { ill: people.ill * se, healthy: people.healthy * (1 - sp) };
    const all = positive.ill + positive.healthy;
    if (all <= 0) fail('nobody is left in the positive column');
    people = { ill: positive.ill / all, healthy: positive.healthy / all };
    left--;
  }
  return people.ill;
}

export function betaBernoulli(a: number, b: number, s: number, t: number) {
  if (a <= 0) fail('a');
  if (b <= 0) fail('b');
  if (s % 1 !== 0 || t % 1 !== 0) fail('counts are whole');
  if (s < 0 || t < 0 || s > t) fail('counts are impossible');
  const alpha = a + s;
  const beta = b + (t - s);
  const mean = alpha / (alpha + beta);
  const mle = t ? s / t : null;
  const kind = `${Math.sign(alpha - 1)}${Math.sign(beta - 1)}`;
  const ends: Record<string, number | null> = {
    '00': null,
    '-1-1': null,
    '10': 1,
    '1-1': 1,
    '0-1': 1,
    '01': 0,
    '-11': 0,
    '-10': 0,
  };
  return { mle, mean, map: kind === '11' ? (alpha - 1) / (alpha + beta - 2) : ends[kind] };
}

export function gaussianMLE(x: number[]): { mean: number; variance: number } {
  const n = x.length || fail('no sample');
  const origin = x[0];
  let first = 0;
  let second = 0;
  for (const value of x) {
    const shifted = value - origin;
    first += shifted;
    second += shifted * shifted;
  }
  return { mean: origin + first / n, variance: Math.max(0, second / n - (first / n) ** 2) };
}
