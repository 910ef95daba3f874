// Every product and every sum is rounded to single precision, as on a graphics card.
const r = Math.fround;

function check(fits: boolean, what: string): void {
  if (!fits) throw new TypeError(what);
}

export function dot(a: number[], b: number[]): number {
  check(a.length === b.length, 'two vectors of one length, please');
  const u = Float32Array.from(a);
  const v = Float32Array.from(b);
  let sum = r(0);
  for (let i = 0; i < u.length; i++) sum = r(sum + r(u[i] * v[i]));
  return sum;
}

export const norm = (a: number[]): number => r(Math.sqrt(dot(a, a)));

export function cosine(a: number[], b: number[]): number {
  const above = dot(a, b);
  const below = [norm(a), norm(b)];
  return below.includes(0) ? 0 : r(r(above / below[0]) / below[1]);
}

export function transpose(A: number[][]): number[][] {
  const width = new Set(A.map(row => row.length));
  check(width.size <= 1, 'ragged matrix');
  const [m = 0] = width;
  return Array.from({ length: m }, (_, j) => Array.from(A, row => row[j]));
}

export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const Bt = transpose(B);
  check(
    A.every(row => row.length === B.length),
    'inner sizes',
  );
  return A.map(row => matVec(Bt, row));
}
