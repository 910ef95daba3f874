// Vectors and sums are kept in single precision throughout.
const f = Math.fround;

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum = f(sum + f(f(a[i]) * f(b[i])));
  return sum;
}

function image(A: number[][], v: ArrayLike<number>): Float32Array<ArrayBuffer> {
  return Float32Array.from(A, row => dot(row, v));
}

function guard(A: number[][], v: number[]): void {
  for (const row of A) if (row.length !== A.length) throw new Error('square?');
  if (v.length !== A.length) throw new Error('fit?');
  if (v.every(x => x === 0)) throw new Error('zero?');
}

export function direction(v: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const out = Float32Array.from(v);
  const length = f(Math.sqrt(dot(out, out)));
  if (length === 0) throw new Error('zero?');
  let lead = 0;
  out.forEach((x, i) => {
    if (Math.abs(x) > Math.abs(out[lead])) lead = i;
  });
  return out.map(x => (out[lead] < 0 ? -x : x) / length);
}

function quotient(A: number[][], v: ArrayLike<number>): number {
  return f(dot(v, image(A, v)) / dot(v, v));
}

function gap(A: number[][], v: Float32Array): number {
  const value = quotient(A, v);
  const rest = image(A, v).map((y, i) => y - f(value * v[i]));
  return f(Math.sqrt(dot(rest, rest)) / Math.sqrt(dot(v, v)));
}

export function rayleigh(A: number[][], v: number[]): number {
  guard(A, v);
  return quotient(A, v);
}

export function residual(A: number[][], v: number[]): number {
  guard(A, v);
  return gap(A, Float32Array.from(v));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  guard(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations) {
    if (gap(A, vector) <= tolerance) break;
    vector = direction(image(A, vector));
    iterations += 1;
  }
  return { value: quotient(A, vector), vector, iterations };
}
