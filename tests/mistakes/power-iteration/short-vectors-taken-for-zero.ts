// Wrong on rare input: a vector shorter than 1e-9 is refused as if it held nothing but zeros.
const EPS = 1e-9;

function length(v: number[]): number {
  const l = Math.hypot(...v);
  if (l < EPS) throw new RangeError('a vector of zeros');
  return l;
}

function leading(v: number[]): number {
  return [...v].sort((a, b) => Math.abs(b) - Math.abs(a))[0];
}

function apply(A: number[][], v: number[]): number[] {
  if (v.length !== A.length) throw new TypeError('vector');
  return A.map(row => {
    if (row.length !== A.length) throw new TypeError('matrix');
    let s = 0;
    row.forEach((a, j) => {
      s += a * v[j];
    });
    return s;
  });
}

export function direction(v: number[]): number[] {
  const l = length(v);
  const sign = leading(v) < 0 ? -1 : 1;
  return v.map(x => (sign * x) / l);
}

export function rayleigh(A: number[][], v: number[]): number {
  const w = apply(A, v);
  const l = length(v);
  return v.reduce((s, x, i) => s + (x / l) * (w[i] / l), 0);
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const l = length(v);
  return Math.hypot(...apply(A, v).map((w, i) => (w - rho * v[i]) / l));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  { maxIterations = 1000, tolerance = 1e-10 }: { maxIterations?: number; tolerance?: number } = {},
): { value: number; vector: number[]; iterations: number } {
  apply(A, initial);
  const run = { vector: direction(initial), iterations: 0 };
  while (run.iterations < maxIterations) {
    if (residual(A, run.vector) <= tolerance) break;
    run.vector = direction(apply(A, run.vector));
    run.iterations++;
  }
  return { value: rayleigh(A, run.vector), ...run };
}
