// Wrong: the value that power iteration returns is the length of A times the vector, which is never negative.
const product = (A: number[][], v: number[]): number[] =>
  A.map(row => row.map((a, j) => a * v[j]).reduce((x, y) => x + y, 0));

const lengthOf = (v: number[]): number => Math.sqrt(v.map(x => x * x).reduce((x, y) => x + y, 0));

const zero = (v: number[]): boolean => v.every(x => x === 0);

const verify = (A: number[][], v: number[]): void => {
  if (A.some(({ length }) => length !== A.length)) throw new TypeError('square matrix expected');
  if (v.length !== A.length) throw new TypeError('vector of the same size expected');
  if (zero(v)) throw new RangeError('vector must not be zero');
};

export function direction(v: number[]): number[] {
  if (zero(v)) throw new RangeError('vector must not be zero');
  const max = Math.max(...v.map(Math.abs));
  const decides = v.find(x => Math.abs(x) === max) as number;
  const l = lengthOf(v);
  return decides > 0 ? v.map(x => x / l) : v.map(x => -x / l);
}

export function rayleigh(A: number[][], v: number[]): number {
  verify(A, v);
  const Av = product(A, v);
  const [top, bottom] = v.reduce(([t, b], x, i) => [t + x * Av[i], b + x * x], [0, 0]);
  return top / bottom;
}

export function residual(A: number[][], v: number[]): number {
  verify(A, v);
  const rho = rayleigh(A, v);
  const Av = product(A, v);
  return lengthOf(Av.map((x, i) => x - rho * v[i])) / lengthOf(v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  verify(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options ?? {};
  let vector = direction(initial);
  let iterations = 0;
  while (residual(A, vector) > tolerance && iterations < maxIterations) {
    vector = direction(product(A, vector));
    iterations += 1;
  }
  return { value: lengthOf(product(A, vector)), vector, iterations };
}
