// Takes a very short vector for the zero vector.
export function direction(v: number[]): number[] {
  const length = Math.sqrt(v.reduce((s, x) => s + x * x, 0));
  if (length < 1e-9) throw new RangeError('vector has no direction');
  let sign = 1;
  let peak = 0;
  for (const x of v) {
    if (Math.abs(x) > peak) {
      peak = Math.abs(x);
      sign = Math.sign(x);
    }
  }
  return v.map(x => (sign * x) / length);
}
class Sym {
  readonly d: number;
  constructor(readonly rows: number[][]) {
    this.d = rows.length;
    if (rows.some(row => row.length !== this.d)) throw new TypeError('A is not square');
  }
  apply(v: number[]): number[] {
    if (v.length !== this.d) throw new TypeError('v does not match A');
    return this.rows.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
  }
}
export function rayleigh(A: number[][], v: number[]): number {
  const image = new Sym(A).apply(v);
  const squared = v.reduce((s, x) => s + x * x, 0);
  if (squared === 0) throw new RangeError('vector is zero');
  return v.reduce((s, x, i) => s + x * image[i], 0) / squared;
}
export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const image = new Sym(A).apply(v);
  return Math.hypot(...image.map((x, i) => x - rho * v[i])) / Math.hypot(...v);
}
export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  const S = new Sym(A);
  S.apply(initial);
  let vector = direction(initial);
  let iterations = 0;
  while (
    iterations < (options.maxIterations ?? 1000) &&
    residual(A, vector) > (options.tolerance ?? 1e-10)
  ) {
    vector = direction(S.apply(vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
