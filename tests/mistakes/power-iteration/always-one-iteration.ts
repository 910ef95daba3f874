// A do-while loop: even a perfect start is multiplied once.
type M = number[][];
type V = number[];
const sum = (v: V) => v.reduce((a, b) => a + b, 0);
const mul = (A: M, v: V): V => A.map(row => sum(row.map((a, j) => a * v[j])));
const len = (v: V) => Math.sqrt(sum(v.map(x => x * x)));
const verify = (A: M, v: V) => {
  if (A.some(row => row.length !== A.length) || v.length !== A.length) throw new TypeError('size');
  if (len(v) === 0) throw new RangeError('zero');
};
export function direction(v: V): V {
  if (len(v) === 0) throw new RangeError('zero');
  let i = 0;
  v.forEach((x, k) => {
    if (x * x > v[i] * v[i]) i = k;
  });
  return v.map(x => (Math.sign(v[i]) * x) / len(v));
}
export function rayleigh(A: M, v: V): number {
  verify(A, v);
  const w = mul(A, v);
  return sum(v.map((x, i) => x * w[i])) / len(v) ** 2;
}
export function residual(A: M, v: V): number {
  const rho = rayleigh(A, v);
  return len(mul(A, v).map((y, i) => y - rho * v[i])) / len(v);
}
export function powerIteration(
  A: M,
  initial: V,
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  verify(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let vector = direction(initial);
  let iterations = 0;
  if (maxIterations === 0) return { value: rayleigh(A, vector), vector, iterations };
  do {
    const image = mul(A, vector);
    if (len(image) === 0) break;
    vector = direction(image);
    iterations++;
  } while (iterations < maxIterations && residual(A, vector) > tolerance);
  return { value: rayleigh(A, vector), vector, iterations };
}
