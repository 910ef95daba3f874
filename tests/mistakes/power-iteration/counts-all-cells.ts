// A matrix with d² cells passes for square, however they are spread over its rows.
const F = (n: number) => new Float64Array(n);
function flat(A: number[][], v: number[]): Float64Array {
  const cells = A.flat();
  if (cells.length !== A.length ** 2) throw new TypeError('not square');
  if (v.length !== A.length) throw new TypeError('vector');
  if (!v.some(Boolean)) throw new RangeError('zero');
  return Float64Array.from(cells);
}
function image(cells: Float64Array, v: ArrayLike<number>): Float64Array {
  const w = F(v.length);
  for (let c = 0; c < cells.length; c++) {
    w[Math.floor(c / v.length)] += cells[c] * v[c % v.length];
  }
  return w;
}
function dot(a: ArrayLike<number>, b: ArrayLike<number>) {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
export function direction(v: number[]): number[] {
  const n = Math.sqrt(dot(v, v));
  if (n === 0) throw new RangeError('zero');
  let lead = 0;
  for (let i = 0; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[lead])) lead = i;
  return Array.from(v, x => x / n / Math.sign(v[lead]));
}
export function rayleigh(A: number[][], v: number[]): number {
  return dot(v, image(flat(A, v), v)) / dot(v, v);
}
export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const rest = image(flat(A, v), v).map((x, i) => x - rho * v[i]);
  return Math.sqrt(dot(rest, rest) / dot(v, v));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  const cells = flat(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  const maxIterations = options.maxIterations ?? 1000;
  while (iterations < maxIterations && residual(A, vector) > (options.tolerance ?? 1e-10)) {
    vector = direction([...image(cells, vector)]);
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
