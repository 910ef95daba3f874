// Keeps the parameters in single precision, where a step of 1e-5 nearly drowns.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const x = Float32Array.from(p);
  const at = (i: number, by: number) => {
    const y = x.slice();
    y[i] += by;
    return f(Array.from(y));
  };
  return p.map((_, i) =>
    scheme === 'central'
      ? (at(i, step) - at(i, -step)) / (2 * step)
      : (at(i, step) - at(i, 0)) / step,
  );
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(f, p);
  let m = 0;
  for (let i = 0; i < a.length; i++)
    m = Math.max(m, Math.abs(a[i] - b[i]) / Math.max(1e-8, Math.abs(a[i]) + Math.abs(b[i])));
  return { maxRelativeError: m, ok: m < 1e-6 };
}
