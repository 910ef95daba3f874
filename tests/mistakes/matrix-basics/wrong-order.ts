// Computes BA for AB where both products exist.
function check(ok: boolean): void {
  if (!ok) throw new TypeError('The shapes do not fit');
}
export function dot(a: number[], b: number[]): number {
  check(a.length === b.length);
  return a.reduce((s, v, i) => s + v * b[i], 0);
}
export function norm(a: number[]): number {
  return dot(a, a) ** (1 / 2);
}
export function cosine(a: number[], b: number[]): number {
  check(a.length === b.length);
  const zero = (v: number[]) => v.every(x => x === 0);
  return zero(a) || zero(b) ? 0 : dot(a, b) / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  check(A.every(row => row.length === A[0].length));
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(x, row));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  check(A.every(row => row.length === B.length));
  const columns = transpose(A);
  check(B.every(row => row.length === B[0].length));
  if (B[0].length !== A.length) return A.map(row => transpose(B).map(c => dot(row, c)));
  return B.map(row => columns.map(c => dot(row, c)));
}
