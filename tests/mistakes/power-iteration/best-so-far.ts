// Keeps the vector with the least residual so far and returns that one.
class Search {
  best: number[];
  least = Infinity;
  constructor(
    private A: number[][],
    start: number[],
  ) {
    this.best = direction(start);
  }
  consider(v: number[]) {
    const r = residual(this.A, v);
    if (r < this.least) {
      this.least = r;
      this.best = v;
    }
    return r;
  }
}
const image = (A: number[][], v: number[]) =>
  A.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
const square = (v: number[]) => v.reduce((s, x) => s + x * x, 0);
function demand(A: number[][], v: number[]) {
  if (A.some(row => row.length !== A.length) || v.length !== A.length) throw new TypeError('sizes');
  if (square(v) === 0) throw new RangeError('zero');
}
export function direction(v: number[]): number[] {
  if (square(v) === 0) throw new RangeError('zero');
  const l = Math.sqrt(square(v));
  const i = v.map(Math.abs).reduce((b, x, k, all) => (x > all[b] ? k : b), 0);
  return v.map(x => (v[i] < 0 ? -x : x) / l);
}
export function rayleigh(A: number[][], v: number[]): number {
  demand(A, v);
  const w = image(A, v);
  return w.reduce((s, y, i) => s + y * v[i], 0) / square(v);
}
export function residual(A: number[][], v: number[]): number {
  const q = rayleigh(A, v);
  return Math.sqrt(square(image(A, v).map((y, i) => y - q * v[i])) / square(v));
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  demand(A, initial);
  const search = new Search(A, initial);
  let v = direction(initial);
  let iterations = 0;
  while (search.consider(v) > (options.tolerance ?? 1e-10)) {
    if (iterations >= (options.maxIterations ?? 1000)) break;
    v = direction(image(A, v));
    iterations++;
  }
  return { value: rayleigh(A, search.best), vector: search.best, iterations };
}
