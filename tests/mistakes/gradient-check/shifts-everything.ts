// Moves all parameters at once.
export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  options: { step?: number; scheme?: string } = {},
) {
  const { step = 1e-5, scheme = 'central' } = options;
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const plus = f(parameters.map(x => x + step));
  const minus = f(parameters.map(x => (scheme === 'central' ? x - step : x)));
  return parameters.map(() => (plus - minus) / (scheme === 'central' ? 2 * step : step));
}
export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const a = gradient([...parameters]);
  if (a.length !== parameters.length) throw new TypeError('length');
  const b = numericalGradient(f, parameters);
  const maxRelativeError = a.reduce(
    (m, x, i) => Math.max(m, Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i]))),
    0,
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
