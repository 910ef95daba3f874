// Wrong: treats a matrix of one number as a factor for every entry, as array libraries do.
const ragged = (A: number[][]) => A.some(row => row.length !== A[0].length);

export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  let sum = 0;
  for (const [i, v] of a.entries()) sum += v * b[i];
  return sum;
}

export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}

export function cosine(a: number[], b: number[]): number {
  const d = dot(a, b);
  const product = norm(a) * norm(b);
  return product > 0 ? d / product : 0;
}

export function transpose(A: number[][]): number[][] {
  if (ragged(A)) throw new TypeError('transpose');
  const T: number[][] = [];
  A.forEach((row, i) => row.forEach((v, j) => ((T[j] ??= [])[i] = v)));
  return T;
}

export function matVec(A: number[][], x: number[]): number[] {
  if (A.length === 1 && A[0].length === 1) return x.map(v => A[0][0] * v);
  return A.map(row => dot(row, x));
}

export function matmul(A: number[][], B: number[][]): number[][] {
  if (ragged(A) || ragged(B)) throw new TypeError('matmul');
  if (A.length === 1 && A[0].length === 1) return B.map(row => row.map(v => A[0][0] * v));
  if (B.length === 1 && B[0].length === 1) return A.map(row => row.map(v => v * B[0][0]));
  if (A[0].length !== B.length) throw new TypeError('matmul');
  const T = transpose(B);
  return A.map(row => T.map(column => dot(row, column)));
}
