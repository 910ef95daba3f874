// Every result is rounded, so that it looks neat.
const neat = (x: number): number => Math.round(x * 100) / 100;
const raw = (a: number[], b: number[]): number => {
  if (a.length !== b.length) throw new TypeError('lengths');
  return a.reduce((s, v, i) => s + v * b[i], 0);
};
export const dot = (a: number[], b: number[]): number => neat(raw(a, b));
export const norm = (a: number[]): number => neat(Math.sqrt(raw(a, a)));
export const cosine = (a: number[], b: number[]): number => {
  const s = raw(a, b);
  const l = Math.sqrt(raw(a, a)) * Math.sqrt(raw(b, b));
  return l === 0 ? 0 : neat(s / l);
};
export const transpose = (A: number[][]): number[][] => {
  if (A.some(row => row.length !== A[0].length)) throw new TypeError('ragged');
  return A[0].map((_, j) => A.map(row => row[j]));
};
export const matVec = (A: number[][], x: number[]): number[] => A.map(row => dot(row, x));
export const matmul = (A: number[][], B: number[][]): number[][] => {
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
};
