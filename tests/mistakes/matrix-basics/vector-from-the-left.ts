// matVec multiplies from the left where the matrix is square: the vector times its columns.
export const dot = (a: number[], b: number[]): number => {
  if (a.length !== b.length) throw new TypeError('dot');
  return a.reduce((s, v, i) => s + v * b[i], 0);
};
export const norm = (a: number[]): number => Math.sqrt(dot(a, a));
export const cosine = (a: number[], b: number[]): number => dot(a, b) / (norm(a) * norm(b) || 1);
export const transpose = (A: number[][]): number[][] => {
  if (!A.every(row => row.length === A[0].length)) throw new TypeError('transpose');
  return A[0].map((_, j) => A.map(row => row[j]));
};
export const matVec = (A: number[][], x: number[]): number[] => {
  if (A.every(row => row.length === A.length)) return transpose(A).map(column => dot(column, x));
  return A.map(row => dot(row, x));
};
export const matmul = (A: number[][], B: number[][]): number[][] => {
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
};
