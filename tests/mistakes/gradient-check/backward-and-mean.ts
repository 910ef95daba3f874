// Two mistakes: the forward difference looks back, and the errors are averaged.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  return p.map((x, i) => {
    const below = f(p.with(i, x - step));
    if (scheme === 'forward') return (f([...p]) - below) / step;
    return (f(p.with(i, x + step)) - below) / (2 * step);
  });
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  if (p.length === 0) return { maxRelativeError: 0, ok: true };
  const b = numericalGradient(f, p);
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = errors.reduce((s, e) => s + e) / errors.length;
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
