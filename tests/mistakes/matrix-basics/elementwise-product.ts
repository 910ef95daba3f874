// Multiplies matrices entry by entry.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('lengths differ');
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const d = dot(a, b);
  const n = norm(a) * norm(b);
  return n === 0 ? 0 : d / n;
}
export function transpose(A: number[][]): number[][] {
  if (A.some(r => r.length !== A[0].length)) throw new TypeError('ragged');
  return A[0].map((_, j) => A.map(r => r[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(r => dot(r, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  if (A[0].length !== B.length) throw new TypeError('inner sizes differ');
  return A.map((r, i) => r.map((v, j) => v * (B[i]?.[j] ?? 0)));
}
