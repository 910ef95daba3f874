// A fresh copy for each parameter, moved up and then down.
const rel = (a: number, b: number) => Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
export const numericalGradient = (
  f: (p: number[]) => number,
  p: number[],
  { step = 1e-5, scheme = 'central' }: { step?: number; scheme?: string } = {},
) => {
  if (!(step > 0 && Number.isFinite(step))) throw new RangeError('step');
  if (scheme === 'forward') return p.map((x, i) => (f(p.with(i, x + step)) - f([...p])) / step);
  if (scheme !== 'central') throw new RangeError('scheme');
  return p.map((_, i) => {
    const q = [...p];
    q[i] += step;
    const up = f(q);
    q[i] -= 2 * step;
    return (up - f(q)) / (2 * step);
  });
};
export const gradientCheck = (
  f: (p: number[]) => number,
  g: (p: number[]) => number[],
  p: number[],
) => {
  const a = g([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  const maxRelativeError = Math.max(0, ...a.map((x, i) => rel(x, b[i])));
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
};
