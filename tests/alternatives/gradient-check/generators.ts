// Generators; slopes and errors are streams, and the check stops at the first entry that is not finite.
type Fn = (parameters: number[]) => number;

function* slopes(f: Fn, p: number[], h: number, central: boolean): Generator<number, void> {
  for (const [i, x] of p.entries()) {
    const ahead = [...p];
    ahead[i] = x + h;
    const top = f(ahead);
    const behind = [...p];
    if (central) behind[i] = x - h;
    const bottom = f(behind);
    yield (top - bottom) / (central ? 2 * h : h);
  }
}

export function numericalGradient(
  f: Fn,
  parameters: number[],
  options: { step?: number; scheme?: 'central' | 'forward' } = {},
): number[] {
  const { step = 1e-5, scheme = 'central' } = options;
  if (!['central', 'forward'].includes(scheme))
    throw new RangeError(`scheme ${String(scheme)} is not known`);
  if (Number.isFinite(step) && step > 0)
    return [...slopes(f, [...parameters], step, scheme === 'central')];
  throw new RangeError(`step ${String(step)} is refused`);
}

export function gradientCheck(
  f: Fn,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const p = [...parameters];
  const claimed = [...gradient([...p])];
  if (claimed.length !== p.length) throw new TypeError('gradient of another length');
  let maxRelativeError = 0;
  let i = 0;
  for (const b of slopes(f, p, 1e-5, true)) {
    const a = claimed[i++];
    if (!Number.isFinite(a) || !Number.isFinite(b)) return { maxRelativeError: NaN, ok: false };
    const error = Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
    if (error > maxRelativeError) maxRelativeError = error;
  }
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
