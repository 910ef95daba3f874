// Two mistakes: there is no forward scheme, and the difference keeps its sign.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  p: number[],
  opts: { step?: number; scheme?: string } = {},
) {
  const h = opts.step ?? 1e-5;
  if (!(h > 0 && h < Infinity)) throw new RangeError('h');
  if (opts.scheme && opts.scheme !== 'central' && opts.scheme !== 'forward')
    throw new RangeError('?');
  return p.map((x, i) => (f(p.with(i, x + h)) - f(p.with(i, x - h))) / (2 * h));
}
export function gradientCheck(f: Fn, g: (p: number[]) => number[], p: number[]) {
  const a = g([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const maxRelativeError = Math.max(
    0,
    ...a.map((x, i) => (x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i]))),
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
