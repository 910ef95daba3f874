// Compares the number of all entries with rows times columns.
const full = (A: number[][]) => {
  if (A.flat().length !== A.length * A[0].length) throw new TypeError('ragged matrix');
};
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('vectors');
  let s = 0;
  for (const i of a.keys()) s += a[i] * b[i];
  return s;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  const l = norm(a) * norm(b);
  return l > 0 ? s / l : 0;
}
export function transpose(A: number[][]): number[][] {
  full(A);
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  full(A);
  if (A[0].length !== x.length) throw new TypeError('matrix and vector');
  return A.map(row => row.reduce((s, v, j) => s + v * x[j], 0));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  full(A);
  full(B);
  if (A[0].length !== B.length) throw new TypeError('two matrices');
  return A.map(row => B[0].map((_, k) => row.reduce((s, v, j) => s + v * B[j][k], 0)));
}
