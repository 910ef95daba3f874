// Swaps entries of the argument itself where the matrix is square.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  let t = 0;
  for (let i = 0; i < a.length; i++) t += a[i] * b[i];
  return t;
}
export function norm(a: number[]): number {
  return Math.hypot(...a);
}
export function cosine(a: number[], b: number[]): number {
  const t = dot(a, b);
  const l = norm(a) * norm(b);
  return l === 0 ? 0 : t / l;
}
export function transpose(A: number[][]): number[][] {
  const n = A.length;
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('transpose');
  if (n !== A[0].length) return A[0].map((_, j) => A.map(row => row[j]));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      [A[i][j], A[j][i]] = [A[j][i], A[i][j]];
    }
  }
  return A;
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = B[0].map((_, k) => B.map(row => row[k]));
  if (B.some(row => row.length !== B[0].length)) throw new TypeError('matmul');
  return A.map(row => columns.map(column => dot(row, column)));
}
