// The last of the entries with the largest magnitude decides the sign.
export function direction(v: number[]): number[] {
  let square = 0;
  let peak = 0;
  v.forEach(x => {
    square += x * x;
    if (Math.abs(x) >= Math.abs(peak)) peak = x;
  });
  if (peak === 0) throw new RangeError('direction of zero');
  return v.map(x => (Math.sign(peak) * x) / Math.sqrt(square));
}

const shape = (A: number[][], v: number[]) => {
  const d = A.length;
  if (v.length !== d || A.some(row => row.length !== d)) throw new TypeError('A [d][d], v [d]');
};

function product(A: number[][], v: number[]) {
  return A.map(row => row.map((a, j) => a * v[j]).reduce((x, y) => x + y));
}

export function rayleigh(A: number[][], v: number[]): number {
  shape(A, v);
  const u = direction(v);
  const w = product(A, u);
  return u.map((x, i) => x * w[i]).reduce((x, y) => x + y);
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const u = direction(v);
  return Math.hypot(...product(A, u).map((x, i) => x - rho * u[i]));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  shape(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  let vector = direction(initial);
  let iterations = 0;
  while (residual(A, vector) > tolerance && iterations !== maxIterations) {
    vector = direction(product(A, vector));
    iterations++;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
