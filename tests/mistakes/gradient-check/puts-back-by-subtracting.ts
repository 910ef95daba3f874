// The working copy is moved with += and -= and so is put back with rounding, the other parameters are not exactly as given (and the lower point is (p+h)-2h).
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  { step = 1e-5, scheme = 'central' }: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  if (!Number.isFinite(step) || step <= 0) throw new RangeError('step must be finite and positive');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('unknown scheme');
  const p = [...parameters];
  const grad = new Array<number>(p.length).fill(0);
  for (let i = 0; i < p.length; i++) {
    p[i] += step;
    const fPlus = f([...p]);
    if (scheme === 'central') {
      p[i] -= 2 * step;
      const fMinus = f([...p]);
      p[i] += step;
      grad[i] = (fPlus - fMinus) / (2 * step);
    } else {
      p[i] -= step;
      grad[i] = (fPlus - f([...p])) / step;
    }
  }
  return grad;
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const a = [...gradient([...parameters])];
  if (a.length !== parameters.length) throw new TypeError('gradient has the wrong length');
  const b = numericalGradient(f, parameters);
  let maxRelativeError = 0;
  for (let i = 0; i < a.length; i++) {
    const e = Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i]));
    if (!(e <= maxRelativeError)) {
      maxRelativeError = e;
      if (Number.isNaN(e)) break;
    }
  }
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
