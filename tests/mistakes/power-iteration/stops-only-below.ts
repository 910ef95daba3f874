// Goes on where the residual equals the tolerance; with a tolerance of 0 it never stops by itself.
function inner(a: number[], b: number[]) {
  return a.reduce((s, x, i) => s + x * b[i], 0);
}
function check(A: number[][], v: number[]) {
  if (A.some(row => row.length !== A.length)) throw new TypeError('square matrix expected');
  if (v.length !== A.length) throw new TypeError('vector of the size of the matrix expected');
}
export function direction(v: number[]): number[] {
  const l = Math.sqrt(inner(v, v));
  if (l === 0) throw new RangeError('nonzero vector expected');
  const m = Math.max(...v.map(Math.abs));
  const s = v.find(x => Math.abs(x) === m)! < 0 ? -1 : 1;
  return v.map(x => (s * x) / l);
}
export function rayleigh(A: number[][], v: number[]): number {
  check(A, v);
  const vv = inner(v, v);
  if (vv === 0) throw new RangeError('nonzero vector expected');
  return (
    inner(
      v,
      A.map(row => inner(row, v)),
    ) / vv
  );
}
export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const r = A.map((row, i) => inner(row, v) - rho * v[i]);
  return Math.sqrt(inner(r, r) / inner(v, v));
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
  while (iterations < maxIterations) {
    if (residual(A, vector) < tolerance) break;
    vector = direction(A.map(row => inner(row, vector)));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
