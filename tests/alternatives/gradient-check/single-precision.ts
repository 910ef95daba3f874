// Works in double precision and hands the slopes out in single precision.
function differences(
  f: (p: number[]) => number,
  parameters: number[],
  h: number,
  forward: boolean,
): number[] {
  const evaluate = (change: Record<number, number>) =>
    f(Object.values(Object.assign([...parameters], change)));
  return parameters.map((x, i) =>
    forward
      ? (evaluate({ [i]: x + h }) - evaluate({})) / h
      : (evaluate({ [i]: x + h }) - evaluate({ [i]: x - h })) / h / 2,
  );
}

export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  { step = 1e-5, scheme = 'central' }: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  if (!(step > 0 && Number.isFinite(step))) throw new RangeError('step');
  if (!/^(central|forward)$/.test(scheme)) throw new RangeError('scheme');
  const slopes = differences(f, parameters, step, scheme === 'forward');
  return Float32Array.from(slopes) as unknown as number[];
}

export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const claimed = gradient(parameters.slice(0));
  if (claimed.length !== parameters.length) throw new TypeError('gradient');
  const slopes = differences(f, parameters, 1e-5, false);
  const sizes = slopes.map((b, i) => Math.max(1e-8, Math.abs(claimed[i]) + Math.abs(b)));
  const errors = slopes.map((b, i) => Math.abs(claimed[i] - b) / sizes[i]);
  if (errors.some(error => Number.isNaN(error))) return { maxRelativeError: NaN, ok: false };
  const ok = errors.every(error => error < 1e-6);
  return { maxRelativeError: errors.length > 0 ? Math.max(...errors) : 0, ok };
}
