// Two mistakes: the width is the step in both schemes, and the default step is 1e-4.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  p: number[],
  options: { step?: number; scheme?: string } = {},
) {
  const eps = options.step ?? 1e-4;
  const scheme = options.scheme ?? 'central';
  if (!(eps > 0 && eps < Infinity)) throw new RangeError('eps');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const out = [];
  for (let i = 0; i < p.length; i++) {
    const plus = p.slice();
    const minus = p.slice();
    plus[i] += eps;
    if (scheme === 'central') minus[i] -= eps;
    out.push((f(plus) - f(minus)) / eps);
  }
  return out;
}
export function gradientCheck(f: Fn, g: (p: number[]) => number[], p: number[]) {
  const a = g([...p]);
  if (a.length !== p.length) throw new TypeError('g');
  const b = numericalGradient(f, p);
  let m = 0;
  a.forEach((x, i) => {
    m = Math.max(m, Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  });
  return { maxRelativeError: m, ok: m < 1e-6 };
}
