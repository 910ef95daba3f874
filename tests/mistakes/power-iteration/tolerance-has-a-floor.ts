// Never asks for more than 1e-12, and takes a squared length for a length.
const sq = (v: number[]) => v.reduce((s, x) => s + x * x, 0);
const map = (A: number[][], v: number[]) =>
  A.map(row => {
    if (row.length !== A.length) throw new TypeError('A must be square');
    return row.reduce((s, a, j) => s + a * v[j], 0);
  });
function need(A: number[][], v: number[]) {
  if (v.length !== A.length) throw new TypeError('v must fit A');
  if (sq(v) === 0) throw new RangeError('v must not be zero');
}
export function direction(v: number[]): number[] {
  if (sq(v) === 0) throw new RangeError('v must not be zero');
  const top = [...v].sort((a, b) => Math.abs(b) - Math.abs(a))[0];
  return v.map(x => (x / Math.sqrt(sq(v))) * Math.sign(top));
}
export function rayleigh(A: number[][], v: number[]): number {
  need(A, v);
  const w = map(A, v);
  return v.reduce((s, x, i) => s + x * w[i], 0) / sq(v);
}
export function residual(A: number[][], v: number[]): number {
  need(A, v);
  const q = rayleigh(A, v);
  return sq(map(A, v).map((y, i) => y - q * v[i])) / sq(v);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  need(A, initial);
  map(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  const enough = Math.max(tolerance, 1e-12);
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > enough) {
    vector = direction(map(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
