// A default limit of 100, and a spread that lets undefined replace the defaults.
interface Options {
  maxIterations?: number;
  tolerance?: number;
}
const DEFAULTS = { maxIterations: 100, tolerance: 1e-10 };

function length(v: number[]): number {
  return Math.sqrt(v.reduce((s, x) => s + x ** 2, 0));
}
function apply(A: number[][], v: number[]): number[] {
  if (A.some(row => row.length !== A.length)) throw new TypeError('not square');
  if (v.length !== A.length) throw new TypeError('not matching');
  return A.map(row => row.reduce((s, a, j) => s + a * v[j], 0));
}
export function direction(v: number[]): number[] {
  if (length(v) === 0) throw new RangeError('zero');
  const most = Math.max(...v.map(Math.abs));
  const lead = v.find(x => Math.abs(x) === most) ?? 1;
  return v.map(x => x / (Math.sign(lead) * length(v)));
}
export function rayleigh(A: number[][], v: number[]): number {
  const w = apply(A, v);
  if (length(v) === 0) throw new RangeError('zero');
  return v.reduce((s, x, i) => s + x * w[i], 0) / length(v) ** 2;
}
export function residual(A: number[][], v: number[]): number {
  const q = rayleigh(A, v);
  return length(apply(A, v).map((y, i) => y - q * v[i])) / length(v);
}
export function powerIteration(A: number[][], initial: number[], options: Options = {}) {
  const settings = { ...DEFAULTS, ...options } as Required<Options>;
  apply(A, initial);
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < settings.maxIterations && residual(A, vector) > settings.tolerance) {
    vector = direction(apply(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
