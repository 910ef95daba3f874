// Step and scheme live in static fields of a class, so an f that calls numericalGradient itself with other options changes them for the outer call.
class FiniteDifferences {
  private static step = 1e-5;
  private static central = true;

  static configure(step: number, scheme: string): void {
    if (!Number.isFinite(step) || step <= 0) throw new RangeError('step must be > 0 and finite');
    if (!['central', 'forward'].includes(scheme))
      throw new RangeError('scheme must be central or forward');
    FiniteDifferences.step = step;
    FiniteDifferences.central = scheme === 'central';
  }

  static slope(f: (p: number[]) => number, p: number[], i: number): number {
    const plus = [...p];
    plus[i] = p[i] + FiniteDifferences.step;
    const minus = [...p];
    if (FiniteDifferences.central) minus[i] = p[i] - FiniteDifferences.step;
    const rise = f(plus) - f(minus);
    return rise / (FiniteDifferences.central ? 2 * FiniteDifferences.step : FiniteDifferences.step);
  }
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  const { step = 1e-5, scheme = 'central' } = options;
  FiniteDifferences.configure(step, scheme);
  return parameters.map((_, i) => FiniteDifferences.slope(f, parameters, i));
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const a = [...gradient([...parameters])];
  if (a.length !== parameters.length)
    throw new TypeError('gradient must have one entry per parameter');
  const b = numericalGradient(f, parameters);
  let worst = 0;
  a.forEach((ai, i) => {
    worst = Math.max(worst, Math.abs(ai - b[i]) / Math.max(1e-8, Math.abs(ai) + Math.abs(b[i])));
  });
  return { maxRelativeError: worst, ok: worst < 1e-6 };
}
