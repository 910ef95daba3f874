// One relative error for the whole vector, by norms.
const norm = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));
export function numericalGradient(
  f: (p: number[]) => number,
  p: number[],
  { step = 1e-5, scheme = 'central' }: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const g = p.map(() => 0);
  for (const i of p.keys()) {
    const hi = f(p.map((x, j) => x + (i === j ? step : 0)));
    const lo = f(p.map((x, j) => x - (i === j && scheme === 'central' ? step : 0)));
    g[i] = (hi - lo) / (scheme === 'central' ? step * 2 : step);
  }
  return g;
}
export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  p: number[],
) {
  const a = gradient(p.slice());
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const maxRelativeError = norm(a.map((x, i) => x - b[i])) / Math.max(1e-8, norm(a) + norm(b));
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
