// Two mistakes: f sees zeros beside the moved parameter, and the error is not relative.
type Fn = (p: number[]) => number;
export function numericalGradient(f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) {
  if (!(step > 0 && step < Infinity)) throw new RangeError('step');
  if (scheme !== 'central' && scheme !== 'forward') throw new RangeError('scheme');
  const alone = (i: number, value: number) => f(p.map((_, j) => (j === i ? value : 0)));
  return p.map((x, i) =>
    scheme === 'central'
      ? (alone(i, x + step) - alone(i, x - step)) / (2 * step)
      : (alone(i, x + step) - alone(i, x)) / step,
  );
}
export function gradientCheck(f: Fn, gradient: (p: number[]) => number[], p: number[]) {
  const a = gradient([...p]);
  if (a.length !== p.length) throw new TypeError('gradient');
  const maxRelativeError = numericalGradient(f, p).reduce(
    (m, b, i) => Math.max(m, Math.abs(a[i] - b)),
    0,
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
}
