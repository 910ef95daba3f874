// Every iterate is computed from a power of A, kept as a matrix and rescaled, times the start.
const zero = (v: number[]) => v.every(x => x === 0);

function shapes(A: number[][], v: number[]) {
  if (A.some(({ length }) => length !== A.length)) throw new TypeError('not square');
  if (A.length !== v.length) throw new TypeError('not of one size');
  if (zero(v)) throw new RangeError('zero');
}

function matmul(A: number[][], B: number[][]): number[][] {
  const C = A.map(() => new Array<number>(B[0].length).fill(0));
  for (let i = 0; i < A.length; i++) {
    for (let k = 0; k < B.length; k++) {
      for (let j = 0; j < B[0].length; j++) C[i][j] += A[i][k] * B[k][j];
    }
  }
  return C;
}

const column = (v: number[]) => v.map(x => [x]);

export function direction(v: number[]): number[] {
  if (zero(v)) throw new RangeError('zero');
  const [[square]] = matmul([v], column(v));
  let sign = 0;
  let size = 0;
  for (const x of v) {
    if (Math.abs(x) <= size) continue;
    size = Math.abs(x);
    sign = x > 0 ? 1 : -1;
  }
  return v.map(x => (sign * x) / Math.sqrt(square));
}

export function rayleigh(A: number[][], v: number[]): number {
  shapes(A, v);
  const [[above]] = matmul(matmul([v], A), column(v));
  const [[below]] = matmul([v], column(v));
  return above / below;
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  const shifted = A.map((row, i) => row.map((a, j) => (i === j ? a - rho : a)));
  const rest = matmul(shifted, column(v)).map(([x]) => x);
  return Math.hypot(...rest) / Math.hypot(...v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
) {
  shapes(A, initial);
  const maxIterations = options.maxIterations ?? 1000;
  const tolerance = options.tolerance ?? 1e-10;
  let power = A.map((_, i) => A.map((_, j) => Number(i === j)));
  let vector = direction(initial);
  let iterations = 0;
  while (iterations < maxIterations && !(residual(A, vector) <= tolerance)) {
    power = matmul(A, power);
    const largest = Math.max(...power.flat().map(Math.abs));
    power = power.map(row => row.map(x => x / largest));
    vector = direction(matmul(power, column(direction(initial))).map(([x]) => x));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };
}
