// Everything is a forward difference; the option is read and forgotten.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  p: number[],
  opts: { step?: number; scheme?: string } = {},
) {
  const eps = opts.step ?? 1e-5;
  const scheme = opts.scheme ?? 'central';
  if (!Number.isFinite(eps) || eps <= 0) throw new RangeError('eps');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const base = f([...p]);
  const g: number[] = [];
  for (let i = 0; i < p.length; i++) {
    const q = [...p];
    q[i] += eps;
    g.push((f(q) - base) / eps);
  }
  return g;
}
export function gradientCheck(f: Fn, grad: (p: number[]) => number[], p: number[]) {
  const a = grad([...p]);
  if (a.length !== p.length) throw new TypeError('length');
  const b = numericalGradient(f, p);
  let m = 0;
  for (let i = 0; i < p.length; i++) {
    m = Math.max(m, Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i])));
  }
  return { maxRelativeError: m, ok: m < 1e-6 };
}
