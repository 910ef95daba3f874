/** The slope of `f` along each parameter, told by finite differences. */
export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  const { step = 1e-5, scheme = 'central' } = options;
  if (!(step > 0 && step < Infinity)) throw new RangeError(`numericalGradient: step ${step}`);
  if (scheme !== 'central' && scheme !== 'forward') {
    throw new RangeError(`numericalGradient: scheme ${scheme}`);
  }

  /** f where parameter i is moved and the others are as given; the array is new, so f may keep it. */
  const moved = (i: number, by: number) =>
    f(parameters.map((value, j) => (j === i ? value + by : value)));

  return parameters.map((_, i) => {
    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);
  }); // [d]
}

/** Compares a gradient that somebody derived with central differences of `f`. */
export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const claimed = gradient([...parameters]); // [d], from a copy: the gradient may write on it
  if (claimed.length !== parameters.length) {
    throw new TypeError(
      `gradientCheck: ${claimed.length} slopes for ${parameters.length} parameters`,
    );
  }
  const numerical = numericalGradient(f, parameters); // [d]
  const errors = claimed.map((slope, i) => relativeError(slope, numerical[i])); // [d]
  const maxRelativeError = Math.max(0, ...errors); // NaN as soon as one error is NaN
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}

/** |a − b| as a share of both sizes, 0 … 1; the floor keeps two slopes of 0 from giving 0 / 0. */
function relativeError(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
}
