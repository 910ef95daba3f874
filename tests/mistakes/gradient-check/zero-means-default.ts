// `||` where `??` is meant, and NaN slips through `<= 0` as the default too.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], o: { step?: number; scheme?: string } = {}) {
  const h = o.step || 1e-5;
  const scheme = o.scheme || 'central';
  if (h <= 0 || h === Infinity) throw new RangeError('step');
  if (scheme === 'forward') return p.map((x, i) => (f(p.with(i, x + h)) - f([...p])) / h);
  if (scheme === 'central')
    return p.map((x, i) => (f(p.with(i, x + h)) - f(p.with(i, x - h))) / (2 * h));
  throw new RangeError('scheme');
}
export function gradientCheck(f: Fn, grad: (p: number[]) => number[], p: number[]) {
  const a = grad([...p]);
  const b = numericalGradient(f, p);
  if (a.length !== b.length) throw new TypeError('gradient');
  const maxRelativeError = a
    .map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])))
    .reduce((m, e) => Math.max(m, e), 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
