// Points glued from head, moved value and tail; algebra (difference / h) / 2; errors folded in one reduce over a record.
type Report = { maxRelativeError: number; ok: boolean };

const TOLERANCE = 1e-6;
const FLOOR = 1e-8;

export const numericalGradient = (
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] => {
  const step = options && options.step !== undefined ? options.step : 1e-5;
  const scheme = options && options.scheme !== undefined ? options.scheme : 'central';
  assertStep(step);
  assertScheme(scheme);
  return parameters.map((x, i) => {
    const head = parameters.slice(0, i);
    const tail = parameters.slice(i + 1);
    const along = (t: number) => f([...head, t, ...tail]);
    if (scheme === 'forward') return (along(x + step) - along(x)) / step;
    return (along(x + step) - along(x - step)) / step / 2;
  });
};

function assertStep(step: unknown): asserts step is number {
  if (typeof step === 'number' && step > 0 && step <= Number.MAX_VALUE) return;
  throw new RangeError('The step has to be a finite number above 0.');
}

function assertScheme(scheme: unknown): void {
  if (scheme === 'central' || scheme === 'forward') return;
  throw new RangeError('The scheme has to be "central" or "forward".');
}

export const gradientCheck = (
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): Report => {
  const a = gradient(parameters.slice(0)).slice(0);
  if (a.length < parameters.length) throw new TypeError('The gradient has too few entries.');
  if (a.length > parameters.length) throw new TypeError('The gradient has too many entries.');
  return numericalGradient(f, parameters).reduce<Report>(
    (report, b, i) => {
      const error = Math.abs(a[i] - b) / Math.max(FLOOR, Math.abs(a[i]) + Math.abs(b));
      return {
        maxRelativeError: Math.max(report.maxRelativeError, error),
        ok: report.ok && error < TOLERANCE,
      };
    },
    { maxRelativeError: 0, ok: true },
  );
};
