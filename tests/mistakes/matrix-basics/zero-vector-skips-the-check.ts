// cosine returns 0 for a vector of zeros before it has looked at the lengths.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('unequal lengths');
  return a.reduce((s, _, i) => s + a[i] * b[i], 0);
}
export function norm(a: number[]): number {
  return Math.hypot(...a);
}
export function cosine(a: number[], b: number[]): number {
  const la = norm(a);
  const lb = norm(b);
  if (la * lb === 0) return 0;
  return dot(a, b) / (la * lb);
}
export function transpose(A: number[][]): number[][] {
  const lengths = new Set(A.map(r => r.length));
  if (lengths.size !== 1) throw new TypeError('rows of unequal length');
  return Array.from({ length: A[0].length }, (_, j) => A.map(r => r[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(r => dot(x, r));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = transpose(B);
  return A.map(r => columns.map(c => dot(c, r)));
}
