// Both schemes are stencils in a Map (upper offset, lower offset, width), with one routine for any stencil.
type Scheme = 'central' | 'forward';
type Stencil = { upper: number; lower: number; width: number };

const STENCILS: ReadonlyMap<unknown, Stencil> = new Map<unknown, Stencil>([
  ['central', { upper: 1, lower: -1, width: 2 }],
  ['forward', { upper: 1, lower: 0, width: 1 }],
]);

function applyStencil(f: (p: number[]) => number, p: number[], s: Stencil, h: number): number[] {
  const sample = (i: number, times: number): number => {
    const point = [...p];
    if (times !== 0) point[i] = p[i] + times * h;
    return f(point);
  };
  const out = new Array<number>(p.length);
  for (let i = p.length - 1; i >= 0; i -= 1) {
    const lower = sample(i, s.lower);
    const upper = sample(i, s.upper);
    out[i] = (upper - lower) / (s.width * h);
  }
  return out;
}

export function numericalGradient(
  f: (parameters: number[]) => number,
  parameters: number[],
  options: { step?: number; scheme?: Scheme } = {},
): number[] {
  const settings = {
    step: options.step === undefined ? 1e-5 : options.step,
    scheme: options.scheme === undefined ? 'central' : options.scheme,
  };
  const stencil = STENCILS.get(settings.scheme);
  if (!stencil)
    throw new RangeError(`no such scheme, choose one of ${[...STENCILS.keys()].join(', ')}`);
  const usable = Number.isFinite(settings.step) && Math.sign(settings.step) === 1;
  if (!usable) throw new RangeError('no usable step');
  return applyStencil(f, [...parameters], stencil, settings.step);
}

export function gradientCheck(
  f: (parameters: number[]) => number,
  gradient: (parameters: number[]) => number[],
  parameters: number[],
): { maxRelativeError: number; ok: boolean } {
  const numeric = numericalGradient(f, parameters, { step: 1e-5, scheme: 'central' });
  const analytic = gradient([...parameters]);
  if (analytic.length !== numeric.length)
    throw new TypeError(`${analytic.length} slopes for ${numeric.length} parameters`);
  const pairs = numeric.map((b, i): [number, number] => [analytic[i], b]);
  if (pairs.some(pair => !pair.every(Number.isFinite)))
    return { maxRelativeError: Number.POSITIVE_INFINITY, ok: false };
  const errors = pairs.map(([a, b]) => Math.abs(a - b) / Math.max(1e-8, Math.abs(a) + Math.abs(b)));
  return {
    maxRelativeError: errors.reduce((worst, e) => (e > worst ? e : worst), 0),
    ok: errors.every(e => e < 1e-6),
  };
}
