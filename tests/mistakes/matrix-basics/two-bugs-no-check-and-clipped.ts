// Two mistakes: matmul does not look at inner sizes, and a negative dot product gives cosine 0.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot');
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(a.reduce((s, v) => s + v * v, 0));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  return s > 0 ? s / (norm(a) * norm(b)) : 0;
}
export function transpose(A: number[][]): number[][] {
  if (new Set(A.map(row => row.length)).size > 1) throw new TypeError('transpose');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const Bt = transpose(B);
  return A.map(row => Bt.map(c => c.reduce((s, v, j) => s + v * (row[j] ?? 0), 0)));
}
