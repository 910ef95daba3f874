// Schemes as functions of one variable: f is first restricted to the line along one parameter.
type Line = (t: number) => number;

const schemes = new Map<string, (line: Line, h: number) => number>([
  ['central', (line, h) => (line(h) - line(-h)) / (2 * h)],
  ['forward', (line, h) => (line(h) - line(0)) / h],
]);

const along =
  (f: (p: number[]) => number, p: number[], i: number): Line =>
  t =>
    f(p.with(i, p[i] + t));

export function numericalGradient(
  f: (p: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const slope = schemes.get(options?.scheme ?? 'central');
  const h = options?.step ?? 1e-5;
  if (!slope) throw new RangeError(`Unknown scheme ${options?.scheme}.`);
  if (!(h > 0) || !(h < 1 / 0)) throw new RangeError(`Bad step ${h}.`);
  const result: number[] = new Array(parameters.length);
  for (const i of parameters.keys()) result[i] = slope(along(f, parameters, i), h);
  return result;
}

export function gradientCheck(
  f: (p: number[]) => number,
  gradient: (p: number[]) => number[],
  parameters: number[],
) {
  const pairs = [...gradient([...parameters])].map((a, i) => [a, i] as const);
  if (pairs.length !== parameters.length) throw new TypeError('gradientCheck: length');
  let bad = false;
  const errors = pairs.map(([a, i]) => {
    const b = schemes.get('central')!(along(f, parameters, i), 1e-5);
    bad ||= !Number.isFinite(a) || !Number.isFinite(b);
    return Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b));
  });
  const maxRelativeError = bad ? Infinity : Math.max(0, ...errors);
  return { maxRelativeError, ok: !bad && maxRelativeError < 1e-6 };
}
