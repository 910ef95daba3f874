// The step grows with the parameter, as libraries do.
type Objective = (p: number[]) => number;
function partial(f: Objective, p: number[], i: number, step: number, central: boolean) {
  const h = step * Math.max(1, Math.abs(p[i]));
  const shifted = (by: number) => f(p.map((x, j) => (i === j ? x + by : x)));
  return central ? (shifted(h) - shifted(-h)) / (2 * h) : (shifted(h) - shifted(0)) / h;
}
export function numericalGradient(
  f: Objective,
  p: number[],
  o: { step?: number; scheme?: 'central' | 'forward' } = {},
) {
  const step = o.step ?? 1e-5;
  const scheme = o.scheme ?? 'central';
  if (!(step > 0 && step < Infinity)) throw new RangeError(`step ${step}`);
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError(`scheme ${scheme}`);
  return p.map((_, i) => partial(f, p, i, step, scheme === 'central'));
}
export function gradientCheck(f: Objective, gradient: (p: number[]) => number[], p: number[]) {
  const claimed = gradient([...p]);
  if (claimed.length !== p.length) throw new TypeError('gradient length');
  const errors = numericalGradient(f, p).map(
    (b, i) => Math.abs(claimed[i] - b) / Math.max(1e-8, Math.abs(claimed[i]) + Math.abs(b)),
  );
  const maxRelativeError = errors.reduce((m, e) => Math.max(m, e), 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
