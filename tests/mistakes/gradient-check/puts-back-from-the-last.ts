// The working copy is moved with -= and +=, from the last parameter to the first, and so put back with rounding.
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

  const work = [...parameters];
  const out: number[] = [];
  for (let i = work.length - 1; i >= 0; i--) {
    work[i] -= scheme === 'central' ? step : 0;
    const lo = f([...work]);
    work[i] += scheme === 'central' ? 2 * step : step;
    const hi = f([...work]);
    work[i] -= step;
    out[i] = (hi - lo) / (scheme === 'central' ? 2 * step : step);
  }
  return out;
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
