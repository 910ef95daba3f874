// Two mistakes: dot ignores what the second vector has more, and transpose looks at the last row alone.
export function dot(a: number[], b: number[]): number {
  if (a.length > b.length) throw new TypeError('dot');
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i] * b[i];
  return s;
}
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}
export function cosine(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('cosine');
  const l = norm(a) * norm(b);
  return l === 0 ? 0 : dot(a, b) / l;
}
export function transpose(A: number[][]): number[][] {
  if (A[A.length - 1].length !== A[0].length) throw new TypeError('transpose');
  return A[0].map((_, j) => A.map(row => row[j]));
}
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => {
    if (row.length !== x.length) throw new TypeError('matVec');
    return dot(row, x);
  });
}
export function matmul(A: number[][], B: number[][]): number[][] {
  if (A[0].length !== B.length) throw new TypeError('matmul');
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
}
