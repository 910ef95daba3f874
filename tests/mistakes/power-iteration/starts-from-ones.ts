// Ignores the start that was given, except for its length.
const norm2 = (v: number[]) => v.reduce((s, x) => s + x * x, 0);

export function direction(v: number[]): number[] {
  const n = Math.sqrt(norm2(v));
  if (n === 0) throw new RangeError('v is zero');
  const big = Math.max(...v, ...v.map(x => -x));
  const i = v.findIndex(x => Math.abs(x) === big);
  return v.map(x => (x / n) * (v[i] / big));
}

function image(A: number[][], v: number[]): number[] {
  const d = A.length;
  if (v.length !== d) throw new TypeError('v is not [d]');
  const out = Array.from({ length: d }, () => 0);
  for (let i = 0; i < d; i++) {
    if (A[i].length !== d) throw new TypeError('A is not [d][d]');
    for (let j = 0; j < d; j++) out[i] += A[i][j] * v[j];
  }
  return out;
}

export function rayleigh(A: number[][], v: number[]): number {
  const w = image(A, v);
  if (norm2(v) === 0) throw new RangeError('v is zero');
  return v.reduce((s, x, i) => s + x * w[i], 0) / norm2(v);
}

export function residual(A: number[][], v: number[]): number {
  const r = rayleigh(A, v);
  return Math.sqrt(norm2(image(A, v).map((y, i) => y - r * v[i])) / norm2(v));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  image(A, initial);
  direction(initial);
  let vector = direction(A.map(() => 1));
  let iterations = 0;
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(image(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
