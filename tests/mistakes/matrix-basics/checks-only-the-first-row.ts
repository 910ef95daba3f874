// Compares the shapes by the first rows alone.
const cols = (A: number[][]) => A[0].length;
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  return a.reduce((s, x, i) => s + x * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  return norm(a) === 0 || norm(b) === 0 ? 0 : s / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  const T: number[][] = [];
  for (let j = 0; j < cols(A); j++) {
    T[j] = [];
    for (let i = 0; i < A.length; i++) T[j][i] = A[i][j];
  }
  return T;
}
export function matVec(A: number[][], x: number[]): number[] {
  if (cols(A) !== x.length) throw new TypeError('matVec');
  return A.map(row => row.reduce((s, v, j) => s + v * x[j], 0));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  if (cols(A) !== B.length) throw new TypeError('matmul');
  const C: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    C[i] = [];
    for (let k = 0; k < cols(B); k++) {
      C[i][k] = 0;
      for (let j = 0; j < B.length; j++) C[i][k] += A[i][j] * B[j][k];
    }
  }
  return C;
}
