// Takes the width of the first row for that of all.
function guard(A: number[][], v: number[]) {
  if (A[0].length !== A.length) throw new TypeError('A is not square');
  if (v.length !== A.length) throw new TypeError('v does not fit');
  if (v.every(x => x === 0)) throw new RangeError('v is zero');
}
const multiply = (A: number[][], v: number[]) =>
  v.map((_, i) => v.reduce((s, x, j) => s + A[i][j] * x, 0));
const length = (v: number[]) => Math.sqrt(v.reduce((s, x) => s + x * x, 0));

export function direction(v: number[]): number[] {
  if (v.every(x => x === 0)) throw new RangeError('v is zero');
  const l = length(v);
  const i = v.reduce((m, x, k) => (Math.abs(x) > Math.abs(v[m]) ? k : m), 0);
  return v.map(x => (v[i] < 0 ? -x / l : x / l));
}
export function rayleigh(A: number[][], v: number[]): number {
  guard(A, v);
  return multiply(A, v).reduce((s, y, i) => s + y * v[i], 0) / length(v) ** 2;
}
export function residual(A: number[][], v: number[]): number {
  const r = rayleigh(A, v);
  return length(multiply(A, v).map((y, i) => y - r * v[i])) / length(v);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  guard(A, initial);
  const limit = options.maxIterations ?? 1000;
  const small = options.tolerance ?? 1e-10;
  let v = direction(initial);
  let n = 0;
  while (n < limit && residual(A, v) > small) {
    v = direction(multiply(A, v));
    n += 1;
  }
  return { value: rayleigh(A, v), vector: v, iterations: n };
}
