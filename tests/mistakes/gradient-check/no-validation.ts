type Fn = (p: number[]) => number;
export const numericalGradient = (f: Fn, p: number[], { step = 1e-5, scheme = 'central' } = {}) =>
  p.map((x, i) => {
    const up = f(p.with(i, x + step));
    return scheme === 'central'
      ? (up - f(p.with(i, x - step))) / (2 * step)
      : (up - f([...p])) / step;
  });
export const gradientCheck = (f: Fn, grad: (p: number[]) => number[], p: number[]) => {
  const b = numericalGradient(f, p);
  const maxRelativeError = Math.max(
    0,
    ...grad([...p]).map(
      (a, i) => Math.abs(a - b[i]) / Math.max(1e-8, Math.abs(a) + Math.abs(b[i])),
    ),
  );
  return { maxRelativeError, ok: maxRelativeError < 1e-6 };
};
