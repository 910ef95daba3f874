// Adds 1e-8 to the denominator in every case: nearly the same, except where slopes are tiny.
type Fn = (p: number[]) => number;
function difference(f: Fn, p: number[], i: number, lower: number, upper: number) {
  const a = [...p];
  const b = [...p];
  a[i] += upper;
  b[i] += lower;
  return (f(a) - f(b)) / (upper - lower);
}
export function numericalGradient(
  f: Fn,
  p: number[],
  opts: { step?: number; scheme?: string } = {},
) {
  const h = opts.step ?? 1e-5;
  if (!(0 < h && h < Infinity)) throw new RangeError('h');
  const lower = { central: -h, forward: 0 }[opts.scheme ?? 'central'];
  if (lower === undefined) throw new RangeError('scheme');
  return p.map((_, i) => difference(f, p, i, lower, h));
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const exact = gradient([...p]);
  if (exact.length !== p.length) throw new TypeError('gradient');
  const errors = exact.map((e, i) => {
    const n = difference(f, p, i, -1e-5, 1e-5);
    return Math.abs(e - n) / (Math.abs(e) + Math.abs(n) + 1e-8);
  });
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
