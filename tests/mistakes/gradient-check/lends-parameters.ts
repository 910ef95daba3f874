// Right, except that the caller's own array goes to f (forward) and to gradient.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  parameters: number[],
  { step = 1e-5, scheme = 'central' } = {},
) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const at = (i: number, t: number) => f(parameters.with(i, parameters[i] + t));
  if (scheme === 'forward') {
    const here = f(parameters);
    return parameters.map((_, i) => (at(i, step) - here) / step);
  }
  return parameters.map((_, i) => (at(i, step) - at(i, -step)) / (2 * step));
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], parameters: number[]) {
  const b = numericalGradient(f, parameters);
  const a = gradient(parameters);
  if (a.length !== b.length) throw new TypeError('gradient');
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
