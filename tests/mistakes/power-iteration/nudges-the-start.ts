// Adds a little of everything to the start, so that it is never orthogonal to the answer.
const d0t = (a: number[], b: number[]) => a.map((x, i) => x * b[i]).reduce((x, y) => x + y, 0);
const by = (A: number[][], v: number[]) => A.map(row => d0t(row, v));

function refuse(A: number[][], v: number[]) {
  if (A.some(row => row.length !== A.length) || v.length !== A.length) throw new TypeError('shape');
  if (v.every(x => x === 0)) throw new RangeError('zero');
}
export function direction(v: number[]): number[] {
  const length = Math.sqrt(d0t(v, v));
  if (length === 0) throw new RangeError('zero');
  const peak = v.reduce((p, x) => (Math.abs(x) > Math.abs(p) ? x : p));
  return v.map(x => (peak > 0 ? x / length : -x / length));
}
export function rayleigh(A: number[][], v: number[]): number {
  refuse(A, v);
  return d0t(v, by(A, v)) / d0t(v, v);
}
export function residual(A: number[][], v: number[]): number {
  const value = rayleigh(A, v);
  const rest = by(A, v).map((x, i) => x - value * v[i]);
  return Math.sqrt(d0t(rest, rest)) / Math.sqrt(d0t(v, v));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  refuse(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let vector = direction(direction(initial).map((x, i) => x + 1e-9 / (i + 1)));
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(by(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
