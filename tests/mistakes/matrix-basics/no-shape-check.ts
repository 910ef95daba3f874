// Right wherever the shapes fit, and silent where they do not.
export function dot(a: number[], b: number[]): number {
  return a.map((v, i) => v * b[i]).reduce((s, v) => s + v, 0);
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  if (norm(a) === 0 || norm(b) === 0) return 0;
  return dot(a, b) / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const Bt = transpose(B);
  return A.map(row => Bt.map(column => dot(row, column)));
}
