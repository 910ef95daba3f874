// Two mistakes: `step || 1e-5` takes 0 and NaN for "not given", and one array serves for both the upper and the lower call of an entry.
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const h = options?.step || 1e-5;
  const scheme = options && options.scheme !== undefined ? options.scheme : 'central';
  if (typeof h !== 'number' || !Number.isFinite(h) || h < 0) {
    throw new RangeError('step must be a finite number above 0');
  }
  if (scheme !== 'central' && scheme !== 'forward') {
    throw new RangeError('scheme must be central or forward');
  }
  const result: number[] = [];
  let i = 0;
  while (i < parameters.length) {
    const point = parameters.slice();
    point[i] = parameters[i] + h;
    const above = f(point);
    point[i] = scheme === 'central' ? parameters[i] - h : parameters[i];
    const below = f(point);
    result.push((above - below) / (scheme === 'central' ? 2 * h : h));
    i++;
  }
  return result;
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const a = gradient(parameters.slice());
  const n = parameters.length;
  if (a.length !== n) throw new TypeError(`gradient must have ${n} entries`);
  const claimed = a.slice();
  const b = numericalGradient(f, parameters);
  let max = 0;
  let finite = true;
  for (let k = 0; k < n; k++) {
    finite = finite && Number.isFinite(claimed[k]) && Number.isFinite(b[k]);
    const err = Math.abs(claimed[k] - b[k]) / Math.max(1e-8, Math.abs(claimed[k]) + Math.abs(b[k]));
    if (err > max) max = err;
  }
  return finite ? { maxRelativeError: max, ok: max < 1e-6 } : { maxRelativeError: NaN, ok: false };
}
