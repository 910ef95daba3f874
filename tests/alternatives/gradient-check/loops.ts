// Plain loops, nothing clever.
type Fn = (p: number[]) => number;

export function numericalGradient(
  f: Fn,
  parameters: number[],
  opts?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  let h = 1e-5;
  if (opts && opts.step !== undefined) h = opts.step;
  let scheme: string = 'central';
  if (opts && opts.scheme !== undefined) scheme = opts.scheme;
  if (!Number.isFinite(h) || h <= 0) throw new RangeError('step must be positive and finite');
  if (['central', 'forward'].indexOf(scheme) < 0) throw new RangeError('unknown scheme');

  const result: number[] = [];
  for (let i = 0; i < parameters.length; i++) {
    const right: number[] = [];
    const left: number[] = [];
    for (let j = 0; j < parameters.length; j++) {
      right.push(parameters[j]);
      left.push(parameters[j]);
    }
    right[i] += h;
    if (scheme === 'central') left[i] -= h;
    const width = scheme === 'central' ? h + h : h;
    result.push((f(right) - f(left)) / width);
  }
  return result;
}

export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], parameters: number[]) {
  const b = numericalGradient(f, parameters);
  const a = gradient(parameters.slice());
  if (a.length !== b.length) throw new TypeError('wrong number of entries');
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    let scale = Math.abs(a[i]) + Math.abs(b[i]);
    if (scale < 1e-8) scale = 1e-8;
    const error = Math.abs(a[i] - b[i]) / scale;
    if (!(error <= worst)) worst = Number.isNaN(error) ? Infinity : error;
  }
  return { maxRelativeError: worst, ok: worst < 1e-6 };
}
