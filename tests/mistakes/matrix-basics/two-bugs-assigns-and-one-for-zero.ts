// Two mistakes: matmul keeps the last term only, and the cosine with a zero vector is 1.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  const l = norm(a) * norm(b);
  return l === 0 ? 1 : s / l;
}
export function transpose(A: number[][]): number[][] {
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('transpose');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  transpose(B);
  const C = A.map(() => B[0].map(() => 0));
  for (let i = 0; i < A.length; i++) {
    if (A[i].length !== B.length) throw new TypeError('matmul');
    for (let j = 0; j < B.length; j++)
      for (let k = 0; k < B[0].length; k++) C[i][k] = A[i][j] * B[j][k];
  }
  return C;
}
