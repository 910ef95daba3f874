// Forgets to divide the residual by the length of v.
export function direction(v: number[]): number[] {
  const length = Math.hypot(...v);
  if (length === 0) throw new RangeError('no direction');
  const index = v.reduce((best, x, i) => (Math.abs(x) > Math.abs(v[best]) ? i : best), 0);
  return v.map(x => (v[index] > 0 ? x : -x) / length);
}

function multiply(A: number[][], v: number[]): number[] {
  const square = A.every(row => row.length === A.length);
  if (!square || v.length !== A.length) throw new TypeError('A must be [d][d] and v [d]');
  return A.map(row => row.reduce((total, a, j) => total + a * v[j], 0));
}

export function rayleigh(A: number[][], v: number[]): number {
  const image = multiply(A, v);
  let up = 0;
  let down = 0;
  v.forEach((x, i) => {
    up += x * image[i];
    down += x * x;
  });
  if (down === 0) throw new RangeError('zero vector');
  return up / down;
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  return Math.hypot(...multiply(A, v).map((y, i) => y - rho * v[i]));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  multiply(A, initial);
  const tolerance = options.tolerance ?? 1e-10;
  let remaining = options.maxIterations ?? 1000;
  let iterations = 0;
  let vector = direction(initial);
  while (remaining > 0 && residual(A, vector) > tolerance) {
    vector = direction(multiply(A, vector));
    iterations += 1;
    remaining -= 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
