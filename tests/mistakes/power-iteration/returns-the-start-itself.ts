// With a limit of 0 the caller gets back the very array that was given, unscaled.
function mv(A: number[][], v: number[]): number[] {
  return A.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
}
function verify(A: number[][], v: number[]): void {
  if (A.some(row => row.length !== A.length)) throw new TypeError('A must be square');
  if (v.length !== A.length) throw new TypeError('v must have d entries');
  if (Math.hypot(...v) === 0) throw new RangeError('v must not be zero');
}
export function direction(v: number[]): number[] {
  const l = Math.hypot(...v);
  if (l === 0) throw new RangeError('v must not be zero');
  let at = 0;
  for (let i = 1; i < v.length; i += 1) at = Math.abs(v[i]) > Math.abs(v[at]) ? i : at;
  return v.map(x => (v[at] < 0 ? -x : x) / l);
}
export function rayleigh(A: number[][], v: number[]): number {
  verify(A, v);
  const u = direction(v);
  return mv(A, u).reduce((s, y, i) => s + y * u[i], 0);
}
export function residual(A: number[][], v: number[]): number {
  verify(A, v);
  const u = direction(v);
  const w = mv(A, u);
  const q = w.reduce((s, y, i) => s + y * u[i], 0);
  return Math.hypot(...w.map((y, i) => y - q * u[i]));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  verify(A, initial);
  let vector = initial;
  let iterations = 0;
  while (
    iterations < (options.maxIterations ?? 1000) &&
    residual(A, vector) > (options.tolerance ?? 1e-10)
  ) {
    vector = direction(mv(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
