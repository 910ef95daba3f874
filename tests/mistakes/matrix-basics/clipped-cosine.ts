// Clips a cosine to 0 … 1, as if nothing could point the other way.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new Error('dot needs equal lengths');
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}
export const norm = (a: number[]): number => Math.sqrt(dot(a, a));
export function cosine(a: number[], b: number[]): number {
  const denominator = norm(a) * norm(b);
  const raw = dot(a, b) / (denominator || 1);
  return Math.min(1, Math.max(0, raw));
}
export function transpose(A: number[][]): number[][] {
  const width = A[0].length;
  if (A.some(({ length }) => length !== width)) throw new Error('transpose needs equal rows');
  return [...Array(width).keys()].map(j => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
}
