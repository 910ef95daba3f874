// Without parameters the check answers at once and never asks the gradient, so a gradient with entries too many is not refused there.
interface Options {
  step?: number;
  scheme?: 'central' | 'forward';
}

const DEFAULT_STEP = 1e-5;

function* points(p: number[], h: number): Generator<number[]> {
  for (let i = 0; i < p.length; i++) {
    const q = p.slice();
    q[i] += h;
    yield q;
  }
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: Options,
): number[] {
  const { step = DEFAULT_STEP, scheme = 'central' } = options ?? {};
  if (!Number.isFinite(step) || step <= 0) throw new RangeError('bad step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('bad scheme');
  const upper = Array.from(points(parameters, step), q => f(q));
  if (scheme === 'central') {
    const lower = Array.from(points(parameters, -step), q => f(q));
    return upper.map((u, i) => (u - lower[i]) / (2 * step));
  }
  if (parameters.length === 0) return [];
  const base = f(parameters.slice());
  return upper.map(u => (u - base) / step);
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  if (parameters.length === 0) {
    return { maxRelativeError: 0, ok: true };
  }
  const a = gradient(parameters.slice()).slice();
  if (a.length !== parameters.length) {
    throw new TypeError(`gradient has ${a.length} entries for ${parameters.length} parameters`);
  }
  const b = numericalGradient(f, parameters);
  const errors = a.map((x, i) => Math.abs(x - b[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(b[i])));
  const maxRelativeError = Math.max(...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
