// "The smaller the step the better": 1e-10 unless told otherwise, and a loose limit to make up for it.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  p: number[],
  opts: { step?: number; scheme?: string } = {},
) {
  const h = opts.step === undefined ? 1e-10 : opts.step;
  if (!(h > 0 && h < Infinity)) throw new RangeError('step');
  const central = (opts.scheme ?? 'central') === 'central';
  if (!central && opts.scheme !== 'forward') throw new RangeError('scheme');
  const at = (i: number, t: number) => f(p.with(i, p[i] + t));
  return p.map((_, i) => (central ? (at(i, h) - at(i, -h)) / (2 * h) : (at(i, h) - at(i, 0)) / h));
}
export function gradientCheck(f: Fn, g: (p: number[]) => number[], p: number[]) {
  const a = g([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const maxRelativeError = Math.max(
    0,
    ...a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i]))),
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-3 };
}
