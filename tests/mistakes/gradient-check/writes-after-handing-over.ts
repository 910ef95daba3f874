// Every call gets an array of its own, which is put right again once f has had it.
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

  return parameters.map((_, i) => {
    const q = [...parameters];
    q[i] += step;
    const up = f(q);
    q[i] -= step;
    const r = [...parameters];
    if (scheme === 'central') r[i] -= step;
    const lo = f(r);
    r[i] = parameters[i];
    return (up - lo) / (scheme === 'central' ? 2 * step : step);
  });
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const claimed = gradient([...parameters]);
  if (claimed.length !== parameters.length) {
    throw new TypeError(
      `gradientCheck: ${claimed.length} slopes for ${parameters.length} parameters`,
    );
  }
  const numerical = numericalGradient(f, parameters);
  const errors = claimed.map((slope, i) => relativeError(slope, numerical[i]));
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}

function relativeError(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
}
