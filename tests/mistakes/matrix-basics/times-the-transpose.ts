// Multiplies rows by rows, A times the transpose of B, where that is possible.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  return s === 0 ? 0 : s / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  A.forEach(row => {
    if (row.length !== A[0].length) throw new TypeError('transpose');
  });
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  transpose(B);
  return A.map(row => B.map(other => dot(row, other)));
}
