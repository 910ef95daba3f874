// The scheme is looked for with `in` in a plain object, so names that every object inherits ('toString', 'constructor', 'valueOf') are not refused.
type Line = (offset: number) => number;

const FORMULAS: Record<string, (line: Line, h: number) => number> = {
  central: (line, h) => (line(h) - line(-h)) / (2 * h),
  forward: (line, h) => (line(h) - line(0)) / h,
};

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  const { step = 1e-5, scheme = 'central' } = options;
  if (!(scheme in FORMULAS)) {
    throw new RangeError(`scheme must be one of ${Object.keys(FORMULAS).join(', ')}`);
  }
  if (!Number.isFinite(step) || step <= 0) {
    throw new RangeError('step must be a finite number above 0');
  }
  const formula = FORMULAS[scheme];
  return parameters.map((_, i) =>
    formula(
      offset => f(parameters.map((v, j) => (j === i && offset !== 0 ? v + offset : v))),
      step,
    ),
  );
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const claimed = [...gradient([...parameters])];
  if (claimed.length !== parameters.length) {
    throw new TypeError(`gradient must have ${parameters.length} entries`);
  }
  const slopes = numericalGradient(f, parameters);
  let maxRelativeError = 0;
  for (let i = 0; i < slopes.length; i++) {
    const gap = Math.abs(claimed[i] - slopes[i]);
    const scale = Math.abs(claimed[i]) + Math.abs(slopes[i]);
    maxRelativeError = Math.max(maxRelativeError, gap / Math.max(1e-8, scale));
  }
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
