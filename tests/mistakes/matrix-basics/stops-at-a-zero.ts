// A zero in the first vector ends the loop of dot: break where continue was meant.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('unlike lengths');
  let sum = 0;
  for (let i = 0; i < a.length; i++) {
    if (!a[i]) break;
    sum += a[i] * b[i];
  }
  return sum;
}
export function norm(a: number[]): number {
  return Math.hypot(...a);
}
export function cosine(a: number[], b: number[]): number {
  const sum = dot(a, b);
  const size = norm(a) * norm(b);
  return size === 0 ? 0 : sum / size;
}
export function transpose(A: number[][]): number[][] {
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('ragged');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
}
