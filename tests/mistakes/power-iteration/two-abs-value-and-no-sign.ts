// Believes that eigenvalues are never negative, and leaves the sign of the vector to chance.
const plus = (a: number, b: number) => a + b;
const dot = (a: number[], b: number[]) => a.map((x, i) => x * b[i]).reduce(plus, 0);
const times = (A: number[][], v: number[]) => A.map(row => dot(row, v));
function sane(A: number[][], v: number[]) {
  A.forEach(row => {
    if (row.length !== A.length) throw new TypeError('matrix');
  });
  if (v.length !== A.length) throw new TypeError('vector');
  if (dot(v, v) === 0) throw new RangeError('vector');
}
export function direction(v: number[]): number[] {
  if (dot(v, v) === 0) throw new RangeError('vector');
  return v.map(x => x / Math.sqrt(dot(v, v)));
}
export function rayleigh(A: number[][], v: number[]): number {
  sane(A, v);
  return Math.abs(dot(v, times(A, v)) / dot(v, v));
}
export function residual(A: number[][], v: number[]): number {
  sane(A, v);
  const u = direction(v);
  const w = times(A, u);
  const q = dot(u, w);
  return Math.sqrt(w.map((y, i) => (y - q * u[i]) ** 2).reduce(plus, 0));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  sane(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(times(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
