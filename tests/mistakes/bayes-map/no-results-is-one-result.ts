// A number of positives of 0 counts as missing.
type Estimates = { mle: number | null; map: number | null; mean: number };

function ensure(ok: boolean, what: string) {
  if (!ok) throw new RangeError(what);
}

export function posterior(
  prior: number,
  sensitivity: number,
  specificity: number,
  positives?: number,
): number {
  const m = positives || 1;
  [prior, sensitivity, specificity].forEach(p => {
    ensure(p >= 0 && p <= 1, 'probability');
  });
  ensure(Number.isInteger(m) && m > 0, 'positives');
  let p = prior;
  for (let i = 0; i < m; i++) {
    const z = p * sensitivity + (1 - p) * (1 - specificity);
    ensure(z !== 0, 'impossible');
    p = (p * sensitivity) / z;
  }
  return p;
}

export function betaBernoulli(a: number, b: number, successes: number, trials: number): Estimates {
  ensure(a > 0 && b > 0, 'prior');
  ensure(Number.isInteger(successes) && successes >= 0, 'successes');
  ensure(Number.isInteger(trials) && trials >= successes, 'trials');
  const [A, B] = [a + successes, b + trials - successes];
  const out: Estimates = { mle: null, map: null, mean: A / (A + B) };
  if (trials > 0) out.mle = successes / trials;
  if (A > 1 && B > 1) out.map = (A - 1) / (A + B - 2);
  else if (A >= 1 && B <= 1 && A !== B) out.map = 1;
  else if (B >= 1 && A <= 1 && A !== B) out.map = 0;
  return out;
}

export function gaussianMLE(x: number[]) {
  ensure(x.length > 0, 'no data');
  const mean = x.reduce((s, v) => s + v / x.length, 0);
  return { mean, variance: x.reduce((s, v) => s + (v - mean) ** 2 / x.length, 0) };
}
