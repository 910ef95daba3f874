// Math.max of nothing.
type Fn = (p: number[]) => number;
type O = { step?: number; scheme?: string };
export function numericalGradient(
  f: Fn,
  p: number[],
  { step: h = 1e-5, scheme = 'central' }: O = {},
) {
  if (!(h > 0) || h === Infinity) throw new RangeError('step');
  if (!['central', 'forward'].includes(scheme)) throw new RangeError('scheme');
  const e = (i: number, s: number) => f(p.map((x, j) => (j === i ? x + s * h : x)));
  return Array.from(p, (_, i) =>
    scheme === 'central' ? (e(i, 1) - e(i, -1)) / (2 * h) : (e(i, 1) - e(i, 0)) / h,
  );
}
export function gradientCheck(f: Fn, grad: (p: number[]) => number[], p: number[]) {
  const a = grad(Array.from(p));
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const error = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = Math.max(...error);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
