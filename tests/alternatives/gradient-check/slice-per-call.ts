// The plainest imperative version, one slice per call, gradient asked first and copied at once.
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  { step = 1e-5, scheme = 'central' }: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  if (!Number.isFinite(step) || step <= 0)
    throw new RangeError('step must be a finite number above 0');
  if (scheme !== 'central' && scheme !== 'forward')
    throw new RangeError('scheme must be central or forward');
  const result: number[] = [];
  for (let i = 0; i < parameters.length; i++) {
    const up = parameters.slice();
    up[i] += step;
    const down = parameters.slice();
    if (scheme === 'central') {
      down[i] -= step;
      result.push((f(up) - f(down)) / (2 * step));
    } else {
      result.push((f(up) - f(down)) / step);
    }
  }
  return result;
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const a = gradient(parameters.slice()).slice();
  if (a.length !== parameters.length)
    throw new TypeError(`gradient has ${a.length} entries, not ${parameters.length}`);
  const b = numericalGradient(f, parameters);
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const error = Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i]));
    worst = Math.max(worst, error); // NaN sticks
  }
  return { maxRelativeError: worst, ok: worst < 1e-6 };
}
