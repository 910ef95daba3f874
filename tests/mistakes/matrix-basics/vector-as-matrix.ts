// matVec returns a column of rows with one number each.
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('dot: shapes');
  let result = 0;
  for (let i = 0; i < a.length; i++) result += a[i] * b[i];
  return result;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  const result = dot(a, b);
  const divisor = norm(a) * norm(b);
  return divisor === 0 ? 0 : result / divisor;
}
export function transpose(A: number[][]): number[][] {
  for (const row of A) if (row.length !== A[0].length) throw new TypeError('transpose: shapes');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matmul(A: number[][], B: number[][]): number[][] {
  return A.map(row => transpose(B).map(column => dot(row, column)));
}
export function matVec(A: number[][], x: number[]): number[] {
  return matmul(A, transpose([x])) as unknown as number[];
}
