// Shapes are checked, a zero vector is not.
const dot = (a: number[], b: number[]) => a.reduce((s, x, i) => s + x * b[i], 0);
const fits = (A: number[][], v: number[]) => {
  if (!A.every(row => row.length === A.length)) throw new TypeError('A should be square');
  if (v.length !== A.length) throw new TypeError('v should have as many entries as A has rows');
};
export function direction(v: number[]): number[] {
  const n = Math.sqrt(dot(v, v));
  const at = v.map(Math.abs).indexOf(Math.max(...v.map(Math.abs)));
  return v.map(x => (v[at] < 0 ? -1 : 1) * (x / n));
}
export function rayleigh(A: number[][], v: number[]): number {
  fits(A, v);
  const image = A.map(row => dot(row, v));
  return dot(v, image) / dot(v, v);
}
export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const rest = A.map((row, i) => dot(row, v) - rho * v[i]);
  return Math.sqrt(dot(rest, rest)) / Math.sqrt(dot(v, v));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  { maxIterations = 1000, tolerance = 1e-10 }: { maxIterations?: number; tolerance?: number } = {},
) {
  fits(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(A.map(row => dot(row, vector)));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
