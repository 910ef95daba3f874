// Right: an endless generator yields the directions one by one, and the Rayleigh quotient is the double sum of a_ij v_i v_j.
const sum = (xs: number[]): number => xs.reduce((a, b) => a + b, 0);
const norm = (v: number[]): number => Math.hypot(...v);

function assertVector(v: number[], length = v.length): void {
  if (v.length !== length) throw new TypeError(`expected ${length} entries, got ${v.length}`);
  if (!v.some(x => x !== 0)) throw new RangeError('a zero vector');
}

function assertPair(A: number[][], v: number[]): void {
  if (A.some(row => row.length !== A.length)) throw new TypeError('the matrix must be square');
  assertVector(v, A.length);
}

const product = (A: number[][], v: number[]): number[] =>
  A.map(row => sum(row.map((a, j) => a * v[j])));

function* directions(A: number[][], from: number[]): Generator<number[], never> {
  let v = direction(from);
  for (;;) {
    yield v;
    v = direction(product(A, v));
  }
}

export function direction(v: number[]): number[] {
  assertVector(v);
  const sizes = v.map(Math.abs);
  const leader = v[sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b)))];
  const factor = Math.sign(leader) / norm(v);
  return v.map(x => x * factor);
}

export function rayleigh(A: number[][], v: number[]): number {
  assertPair(A, v);
  const numerator = sum(A.flatMap((row, i) => row.map((a, j) => a * v[i] * v[j])));
  return numerator / sum(v.map(x => x * x));
}

export function residual(A: number[][], v: number[]): number {
  const rho = rayleigh(A, v);
  return norm(product(A, v).map((x, i) => x - rho * v[i])) / norm(v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  assertPair(A, initial);
  const { maxIterations = 1000, tolerance = 1e-10 } = options ?? {};
  let iterations = 0;
  for (const vector of directions(A, initial)) {
    if (residual(A, vector) <= tolerance || iterations >= maxIterations) {
      return { value: rayleigh(A, vector), vector: [...vector], iterations };
    }
    iterations += 1;
  }
  throw new Error('unreachable');
}
