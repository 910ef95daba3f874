// Divides by the distance between the two points as they are stored, not by the step asked for.
interface Options {
  step?: number;
  scheme?: 'central' | 'forward';
}

function slopeAlong(
  f: (p: number[]) => number,
  p: readonly number[],
  i: number,
  h: number,
  forward: boolean,
) {
  const high = p[i] + h;
  const low = forward ? p[i] : p[i] - h;
  const rise = f([...p.slice(0, i), high, ...p.slice(i + 1)]);
  const base = f([...p.slice(0, i), low, ...p.slice(i + 1)]);
  return (rise - base) / (high - low);
}

export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  options: Options = {},
): number[] {
  const step = options.step ?? 1e-5;
  const scheme = options.scheme ?? 'central';
  switch (true) {
    case Number.isNaN(step):
    case step <= 0:
    case step === Infinity:
      throw new RangeError('numericalGradient needs a finite step above zero');
    case scheme !== 'central' && scheme !== 'forward':
      throw new RangeError('numericalGradient knows central and forward');
  }
  return [...parameters.keys()].map(i => slopeAlong(f, parameters, i, step, scheme === 'forward'));
}

export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const analytic = gradient([...parameters]);
  if (analytic.length !== parameters.length) {
    throw new TypeError(`expected ${parameters.length} derivatives, got ${analytic.length}`);
  }
  const numeric = numericalGradient(f, parameters);
  let maxRelativeError = 0;
  analytic.forEach((a, i) => {
    const b = numeric[i];
    const gap = a > b ? a - b : b - a;
    maxRelativeError = Math.max(maxRelativeError, gap / Math.max(Math.abs(a) + Math.abs(b), 1e-8));
  });
  return { maxRelativeError, ok: maxRelativeError < 0.000001 };
}
