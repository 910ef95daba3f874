// Recursion by halves, both for the list of slopes and for the largest error (right half first).
interface Options {
  step?: number;
  scheme?: 'central' | 'forward';
}

function collect(low: number, high: number, leaf: (i: number) => number): number[] {
  if (high <= low) return [];
  if (high - low === 1) return [leaf(low)];
  const middle = (low + high) >>> 1;
  const right = collect(middle, high, leaf);
  return collect(low, middle, leaf).concat(right);
}

function largest(values: number[], low: number, high: number): number {
  if (high <= low) return 0;
  if (high - low === 1) return values[low];
  const middle = (low + high) >>> 1;
  const l = largest(values, low, middle);
  const r = largest(values, middle, high);
  if (Number.isNaN(l) || Number.isNaN(r)) return NaN;
  return l < r ? r : l;
}

function put(source: number[], index: number, value: number): number[] {
  const fresh = source.concat();
  fresh.splice(index, 1, value);
  return fresh;
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options: Options = {},
): number[] {
  const step: unknown = options.step ?? (options.step === undefined ? 1e-5 : NaN);
  const scheme: unknown = options.scheme === undefined ? 'central' : options.scheme;
  if (typeof step !== 'number' || Number.isNaN(step) || step <= 0 || step === Infinity)
    throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const origin = parameters.concat();
  return collect(0, origin.length, i => {
    const x = origin[i];
    const lower = scheme === 'central' ? f(put(origin, i, x - step)) : f(origin.concat());
    const upper = f(put(origin, i, x + step));
    return (upper - lower) / (scheme === 'central' ? 2 * step : step);
  });
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const d = parameters.length;
  const b = numericalGradient(f, parameters);
  const a = gradient(parameters.concat());
  if (a.length !== d) throw new TypeError(`expected ${d} entries`);
  const errors = collect(
    0,
    d,
    i => Math.abs(b[i] - a[i]) / Math.max(Math.abs(b[i]) + Math.abs(a[i]), 1e-8),
  );
  const maxRelativeError = largest(errors, 0, d);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
