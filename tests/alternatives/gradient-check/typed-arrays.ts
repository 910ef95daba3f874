// Float64Array for everything private, plain arrays only at the border; forward base value evaluated once.
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  let h = 1e-5;
  let central = true;
  if (options !== undefined) {
    if (options.step !== undefined) h = options.step;
    if (options.scheme !== undefined) {
      central = options.scheme === 'central';
      if (!central && options.scheme !== 'forward')
        throw new RangeError("scheme is 'central' or 'forward'");
    }
  }
  if (!(Number.isFinite(h) && h > 0)) throw new RangeError('step is a finite number above 0');

  const d = parameters.length;
  const origin = Float64Array.from(parameters);
  const high = new Float64Array(d);
  const low = new Float64Array(d);
  const evaluate = (i: number, value: number): number => {
    const point: number[] = new Array(d);
    for (let j = 0; j < d; j++) point[j] = j === i ? value : origin[j];
    return f(point);
  };
  for (let i = 0; i < d; i++) high[i] = evaluate(i, origin[i] + h);
  if (central) {
    for (let i = 0; i < d; i++) low[i] = evaluate(i, origin[i] - h);
  } else if (d > 0) {
    low.fill(evaluate(-1, 0));
  }
  const width = central ? 2 * h : h;
  return Array.from(high.map((v, i) => (v - low[i]) / width));
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const answer = gradient(Array.from(parameters));
  if (answer.length !== parameters.length)
    throw new TypeError('wrong number of entries in the gradient');
  const a = Float64Array.from(answer);
  const b = Float64Array.from(numericalGradient(f, parameters));
  const errors = new Float64Array(a.length);
  for (let i = 0; i < errors.length; i++) {
    const size = Math.abs(a[i]) + Math.abs(b[i]);
    const gap = Math.abs(a[i] - b[i]);
    errors[i] = size <= 1e-8 ? gap / 1e-8 : gap / size;
  }
  errors.sort(); // typed arrays sort by number, NaN last
  const maxRelativeError = errors.length > 0 ? errors[errors.length - 1] : 0;
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
