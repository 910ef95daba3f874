// Adds and takes away on the array that was given.
export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  { step = 1e-5, scheme = 'central' } = {},
): number[] {
  if (!(step > 0) || step === Infinity) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  return parameters.map((_, i) => {
    parameters[i] += step;
    const up = f(parameters);
    if (scheme === 'forward') {
      parameters[i] -= step;
      return (up - f(parameters)) / step;
    }
    parameters[i] -= 2 * step;
    const down = f(parameters);
    parameters[i] += step;
    return (up - down) / (2 * step);
  });
}
export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const a = gradient(parameters);
  const b = numericalGradient(f, parameters);
  if (a.length !== b.length) throw new TypeError('gradient');
  const maxRelativeError = Math.max(
    0,
    ...a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i]))),
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
