// Equal entries count as error 0 before anything else, so a claimed Infinity that meets an infinite slope passes.
function validate(step: unknown, scheme: unknown): void {
  if (typeof step !== 'number' || !Number.isFinite(step) || step <= 0) {
    throw new RangeError('step must be a finite number > 0');
  }
  if (scheme !== 'central' && scheme !== 'forward') {
    throw new RangeError('scheme must be "central" or "forward"');
  }
}

function relativeError(a: number, b: number): number {
  if (a === b) return 0; // also avoids 0 / 0
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Infinity;
  return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const step = options?.step === undefined ? 1e-5 : options.step;
  const scheme = options?.scheme === undefined ? 'central' : options.scheme;
  validate(step, scheme);
  const evaluate = (i: number, delta: number): number => {
    const q = Array.from(parameters);
    if (delta !== 0) q[i] = q[i] + delta;
    return f(q);
  };
  const out: number[] = [];
  for (let i = 0; i < parameters.length; i++) {
    const hi = evaluate(i, step);
    const lo = evaluate(i, scheme === 'central' ? -step : 0);
    out.push((hi - lo) / (scheme === 'central' ? 2 * step : step));
  }
  return out;
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const numeric = numericalGradient(f, parameters);
  const claimed = gradient(Array.from(parameters));
  if (claimed.length !== numeric.length) throw new TypeError('one entry per parameter expected');
  const maxRelativeError = numeric.reduce(
    (m, b, i) => Math.max(m, relativeError(claimed[i], b)),
    0,
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
