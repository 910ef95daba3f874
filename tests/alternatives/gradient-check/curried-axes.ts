// Curried closures along one axis, an options validator that returns a difference rule; the check pulls slopes one at a time and works without numericalGradient.
type Line = (t: number) => number;
type Rule = (line: Line, x: number) => number;

const along =
  (f: (p: number[]) => number) =>
  (origin: readonly number[]) =>
  (axis: number): Line =>
  t => {
    const point: number[] = [];
    for (const value of origin) point.push(point.length === axis ? t : value);
    return f(point);
  };

const centralRule =
  (h: number): Rule =>
  (line, x) =>
    0.5 * ((line(x + h) - line(x - h)) / h);
const forwardRule =
  (h: number): Rule =>
  (line, x) => {
    const start = line(x);
    return (line(x + h) - start) / h;
  };

const chooseRule = (step: unknown = 1e-5, scheme: unknown = 'central'): Rule => {
  if (!Number.isFinite(step) || (step as number) <= 0) throw new RangeError('step');
  if (scheme === 'central') return centralRule(step as number);
  if (scheme === 'forward') return forwardRule(step as number);
  throw new RangeError('scheme');
};

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options?: { step?: number; scheme?: 'central' | 'forward' },
): number[] {
  const rule = chooseRule(options?.step, options?.scheme);
  const axis = along(f)([...parameters]);
  return parameters.map((x, i) => rule(axis(i), x));
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const rule = chooseRule();
  const origin = [...parameters];
  const axis = along(f)(origin);
  const claimed = [...gradient([...origin])];
  if (claimed.length - origin.length) throw new TypeError('entries');
  const worst = claimed.reduce((soFar, a, i) => {
    const b = rule(axis(i), origin[i]);
    const scale = Math.abs(a) + Math.abs(b);
    return Math.max(soFar, Math.abs(a - b) / (scale > 1e-8 || Number.isNaN(scale) ? scale : 1e-8));
  }, 0);
  return { maxRelativeError: worst, ok: worst < 1e-6 };
}
