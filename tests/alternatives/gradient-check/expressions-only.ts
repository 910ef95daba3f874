// Expression-only functional style, points made with map, forward base re-evaluated for every entry.
type F = (parameters: number[]) => number;
type Options = { step?: number; scheme?: 'central' | 'forward' };

const refuse = (error: Error): never => {
  throw error;
};

const moved = (p: readonly number[], i: number, by: number): number[] =>
  p.map((v, j) => (j === i ? v + by : v));

export const numericalGradient = (f: F, parameters: number[], options: Options = {}): number[] => {
  const { step: h = 1e-5, scheme = 'central' } = options;
  return !(typeof h === 'number' && h > 0 && h < Infinity)
    ? refuse(new RangeError(`bad step: ${String(h)}`))
    : scheme === 'central'
      ? parameters.map(
          (_, i) => (f(moved(parameters, i, h)) - f(moved(parameters, i, -h))) / (2 * h),
        )
      : scheme === 'forward'
        ? parameters.map((_, i) => (f(moved(parameters, i, h)) - f([...parameters])) / h)
        : refuse(new RangeError(`bad scheme: ${String(scheme)}`));
};

const relative = (a: number, b: number): number =>
  Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));

export const gradientCheck = (
  f: F,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } => {
  const b = numericalGradient(f, parameters);
  const a = gradient([...parameters]);
  const maxRelativeError =
    a.length === b.length
      ? b.map((value, i) => relative(a[i], value)).reduce((x, y) => Math.max(x, y), 0)
      : refuse(new TypeError('gradient and parameters differ in length'));
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
};
