// Central as the mean of a forward and a backward difference: not the same where f(p) is not finite.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], o: { step?: number; scheme?: string } = {}) {
  const h = o.step ?? 1e-5;
  if (!(h > 0 && h < Infinity)) throw new RangeError('step');
  const scheme = o.scheme ?? 'central';
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const here = f([...p]);
  const side = (i: number, t: number) => (f(p.with(i, p[i] + t)) - here) / t;
  if (scheme === 'forward') return p.map((_, i) => side(i, h));
  return p.map((_, i) => (side(i, h) + side(i, -h)) / 2);
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = errors.reduce((m, e) => Math.max(m, e), 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
