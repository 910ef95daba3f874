// Makes the first entry positive, the convention of another book.
function norm(v: number[]): number {
  let s = 0;
  for (const x of v) s += x ** 2;
  return Math.sqrt(s);
}

export function direction(v: number[]): number[] {
  const n = norm(v);
  if (!n) throw new RangeError('cannot normalise the zero vector');
  const first = v.find(x => x !== 0) as number;
  return v.map(x => (x / n) * Math.sign(first));
}

function apply(A: number[][], v: number[]) {
  for (const row of A) if (row.length !== A.length) throw new TypeError('A must be square');
  if (v.length !== A.length) throw new TypeError('v must fit A');
  return A.map(row => {
    let s = 0;
    row.forEach((a, j) => {
      s += a * v[j];
    });
    return s;
  });
}

export function rayleigh(A: number[][], v: number[]) {
  const w = apply(A, v);
  const n = norm(v);
  if (n === 0) throw new RangeError('zero');
  let s = 0;
  for (let i = 0; i < v.length; i++) s += v[i] * w[i];
  return s / n ** 2;
}

export function residual(A: number[][], v: number[]) {
  const rho = rayleigh(A, v);
  return norm(apply(A, v).map((x, i) => x - rho * v[i])) / norm(v);
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
) {
  apply(A, initial);
  const limit = options?.maxIterations ?? 1000;
  const tol = options?.tolerance ?? 1e-10;
  let vector = direction(initial);
  let count = 0;
  for (; count < limit; count++) {
    if (residual(A, vector) <= tol) break;
    vector = direction(apply(A, vector));
  }
  return { value: rayleigh(A, vector), vector, iterations: count };
}
