// Right but for a step of its own for forward differences.
const DEFAULT_STEP = { central: 1e-5, forward: 1e-8 };
type Scheme = keyof typeof DEFAULT_STEP;
export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  { scheme = 'central', step = DEFAULT_STEP[scheme] }: { step?: number; scheme?: Scheme } = {},
) {
  if (!(scheme in DEFAULT_STEP)) throw new RangeError('scheme');
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  const value = (i: number, by: number) => {
    const copy = parameters.slice();
    copy[i] += by;
    return f(copy);
  };
  const centred = scheme === 'central';
  return parameters.map(
    (_, i) => (value(i, step) - value(i, centred ? -step : 0)) / (centred ? 2 * step : step),
  );
}
export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const analytic = gradient(parameters.slice());
  if (analytic.length !== parameters.length) throw new TypeError('gradient');
  const maxRelativeError = numericalGradient(f, parameters)
    .map((n, i) => Math.abs(n - analytic[i]) / Math.max(1e-8, Math.abs(n) + Math.abs(analytic[i])))
    .reduce((a, b) => Math.max(a, b), 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
