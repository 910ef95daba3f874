// Asks only whether the first vector of a cosine is zero.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('vectors differ in length');
  let s = 0;
  for (let i = 0; i < b.length; i++) s = s + a[i] * b[i];
  return s;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  if (norm(a) === 0) return 0;
  return s / (norm(a) * norm(b));
}
export function transpose(A: number[][]): number[][] {
  if (!A.every(row => row.length === A[0].length)) throw new TypeError('ragged');
  const T: number[][] = [];
  for (let j = 0; j < A[0].length; j++) T.push(A.map(row => row[j]));
  return T;
}
export function matVec(A: number[][], x: number[]): number[] {
  const y: number[] = [];
  for (const row of A) y.push(dot(row, x));
  return y;
}
export function matmul(A: number[][], B: number[][]): number[][] {
  const C: number[][] = [];
  const T = transpose(B);
  for (const row of A) C.push(T.map(column => dot(row, column)));
  return C;
}
