// Falls back on one side, and on 0, where f has no value.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  return p.map((x, i) => {
    const up = f(p.with(i, x + step));
    const here = f([...p]);
    const down = f(p.with(i, x - step));
    if (scheme === 'central' && Number.isFinite(up - down)) return (up - down) / (2 * step);
    if (Number.isFinite(up - here)) return (up - here) / step;
    return 0;
  });
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
