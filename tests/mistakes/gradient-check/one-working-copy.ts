// Restores exactly, on a copy of its own, but hands that copy to f every time.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
) {
  const h = options.step ?? 1e-5;
  if (Number.isNaN(h) || h <= 0 || h > Number.MAX_VALUE) throw new RangeError('step');
  const scheme = options.scheme ?? 'central';
  if (!['central', 'forward'].includes(scheme)) throw new RangeError('scheme');
  const work = parameters.slice();
  const slopes = [];
  for (let i = 0; i < work.length; i += 1) {
    const kept = work[i];
    work[i] = kept + h;
    const ahead = f(work);
    work[i] = scheme === 'central' ? kept - h : kept;
    const behind = f(work);
    work[i] = kept;
    slopes.push((ahead - behind) / (scheme === 'central' ? 2 * h : h));
  }
  return slopes;
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], parameters: number[]) {
  const numeric = numericalGradient(f, parameters);
  const analytic = gradient(parameters.slice());
  if (analytic.length !== numeric.length) throw new TypeError('lengths');
  const maxRelativeError = numeric.reduce(
    (m, b, i) =>
      Math.max(m, Math.abs(analytic[i] - b) / Math.max(1e-8, Math.abs(analytic[i]) + Math.abs(b))),
    0,
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
