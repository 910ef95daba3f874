// Multiplies and multiplies; the vector is brought to length 1 when the loop is over.
function dot(a: number[], b: number[]): number {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
function product(A: number[][], v: number[]): number[] {
  return A.map(row => dot(row, v));
}
function demand(A: number[][], v: number[]): void {
  if (v.length !== A.length || A.some(row => row.length !== A.length)) {
    throw new TypeError('sizes of A and v');
  }
}
export function direction(v: number[]): number[] {
  const n = Math.sqrt(dot(v, v));
  if (n === 0) throw new RangeError('zero vector');
  let p = 0;
  for (let i = 1; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[p])) p = i;
  return v[p] >= 0 ? v.map(x => x / n) : v.map(x => -x / n);
}
export function rayleigh(A: number[][], v: number[]): number {
  demand(A, v);
  if (dot(v, v) === 0) throw new RangeError('zero vector');
  return dot(v, product(A, v)) / dot(v, v);
}
export function residual(A: number[][], v: number[]): number {
  const value = rayleigh(A, v);
  const rest = product(A, v).map((x, i) => x - value * v[i]);
  return Math.sqrt(dot(rest, rest) / dot(v, v));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  demand(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let v = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, v) > tolerance) {
    v = product(A, v);
    iterations++;
  }
  return { value: rayleigh(A, v), vector: direction(v), iterations };
}
