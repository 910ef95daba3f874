// Divides by the sum of both sizes, 0 or not.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  p: number[],
  opts: { step?: number; scheme?: string } = {},
) {
  const { step = 1e-5, scheme = 'central' } = opts;
  if (Number.isNaN(step) || step <= 0 || step === Infinity) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const g: number[] = [];
  p.forEach((x, i) => {
    const a = [...p];
    const b = [...p];
    a[i] = x + step;
    b[i] = scheme === 'central' ? x - step : x;
    g.push((f(a) - f(b)) / (scheme === 'central' ? 2 * step : step));
  });
  return g;
}
export function gradientCheck(f: Fn, g: (p: number[]) => number[], p: number[]) {
  const a = g([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  let maxRelativeError = 0;
  for (let i = 0; i < a.length; i++) {
    maxRelativeError = Math.max(
      maxRelativeError,
      Math.abs(a[i] - b[i]) / (Math.abs(a[i]) + Math.abs(b[i])),
    );
  }
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
