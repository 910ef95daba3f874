// The quotient is taken before the difference; a recursion walks along the parameters.
type Scalar = (p: number[]) => number;

const WEIGHTS: Record<string, [by: number, weight: number][]> = {
  central: [
    [1, 0.5],
    [-1, -0.5],
  ],
  forward: [
    [1, 1],
    [0, -1],
  ],
};

export function numericalGradient(
  f: Scalar,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  const { step, scheme } = { step: 1e-5, scheme: 'central', ...defined(options) };
  if (!Object.hasOwn(WEIGHTS, scheme)) throw new RangeError(`scheme ${scheme}`);
  if (step <= 0 || !Number.isFinite(step)) throw new RangeError(`step ${step}`);
  const rest = (done: number[], todo: number[]): number[] => {
    if (todo.length === 0) return [];
    const [value, ...others] = todo;
    let slope = 0;
    for (const [by, weight] of WEIGHTS[scheme]) {
      slope += (weight * f([...done, value + by * step, ...others])) / step;
    }
    return [slope, ...rest([...done, value], others)];
  };
  return rest([], parameters);
}

/** Fields that are undefined would hide the defaults. */
function defined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

export function gradientCheck(
  f: Scalar,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const a = gradient(parameters.map(Number));
  if (a.length !== parameters.length) throw new TypeError('gradient and parameters differ');
  const maxRelativeError = numericalGradient(f, parameters).reduce((largest, b, i) => {
    const error = Math.abs(a[i] - b) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b));
    return error > largest || Number.isNaN(error) ? error : largest > -1 ? largest : Number.NaN;
  }, 0);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
