// A column times a row is taken for a dot product of two vectors.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot: lengths');
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
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('transpose: ragged');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const isVector = (M: number[][]) => M.length === 1 || M.every(row => row.length === 1);
  const columns = transpose(B);
  if (isVector(A) && isVector(B) && A.flat().length === B.flat().length) {
    return [[dot(A.flat(), B.flat())]];
  }
  return A.map(row => columns.map(column => dot(row, column)));
}
