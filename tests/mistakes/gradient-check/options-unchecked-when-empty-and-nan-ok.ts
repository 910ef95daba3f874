// Two mistakes: no parameters return [] before step and scheme are looked at, and ok is "not at least 1e-6", which NaN satisfies.
type Report = { maxRelativeError: number; ok: boolean };

function forward(f: (p: number[]) => number, p: number[], h: number): number[] {
  const f0 = f([...p]);
  return p.map((x, i) => {
    const q = [...p];
    q[i] = x + h;
    return (f(q) - f0) / h;
  });
}

function central(f: (p: number[]) => number, p: number[], h: number): number[] {
  return p.map((x, i) => {
    const q = [...p];
    const r = [...p];
    q[i] = x + h;
    r[i] = x - h;
    return (f(q) - f(r)) / (2 * h);
  });
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  if (parameters.length === 0) return [];
  const { step = 1e-5, scheme = 'central' } = options;
  if (typeof step !== 'number' || !Number.isFinite(step) || step <= 0)
    throw new RangeError('invalid step');
  if (scheme === 'central') return central(f, parameters, step);
  if (scheme === 'forward') return forward(f, parameters, step);
  throw new RangeError('invalid scheme');
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): Report {
  const claimed = [...gradient([...parameters])];
  if (claimed.length !== parameters.length) throw new TypeError('invalid gradient');
  const errors = numericalGradient(f, parameters).map((b, i) => {
    const a = claimed[i];
    return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
  });
  const maxRelativeError = Math.max(0, ...errors);
  const failed = maxRelativeError >= 1e-6;
  return { maxRelativeError, ok: !failed };
}
