// Sums are taken by halves, and blocks of matrices are multiplied recursively.
const total = (terms: readonly number[]): number => {
  if (terms.length < 2) return terms[0] ?? 0;
  const middle = terms.length >> 1;
  return total(terms.slice(0, middle)) + total(terms.slice(middle));
};

const sameLength = (a: readonly unknown[], b: readonly unknown[]) => {
  if (a.length !== b.length) throw new TypeError(`${a.length} is not ${b.length}`);
};

export const dot = (a: number[], b: number[]): number => {
  sameLength(a, b);
  return total(a.map((value, i) => value * b[i]));
};

export const norm = (a: number[]): number => Math.sqrt(total(a.map(value => value ** 2)));

export const cosine = (a: number[], b: number[]): number => {
  sameLength(a, b);
  const [na, nb] = [norm(a), norm(b)];
  return na && nb ? dot(a, b) / (na * nb) : 0;
};

export const transpose = (A: number[][]): number[][] => {
  for (const row of A) sameLength(row, A[0]);
  if (A.length === 0) return [];
  if (A.length === 1) return A[0].map(value => [value]);
  const middle = A.length >> 1;
  const left = transpose(A.slice(0, middle));
  const right = transpose(A.slice(middle));
  return left.map((row, j) => row.concat(right[j]));
};

export const matVec = (A: number[][], x: number[]): number[] =>
  matmul(
    A,
    x.map(value => [value]),
  ).flat();

export const matmul = (A: number[][], B: number[][]): number[][] => {
  for (const row of A) sameLength(row, B);
  for (const row of B) sameLength(row, B[0]);
  return product(A, B);
};

function product(A: number[][], B: number[][]): number[][] {
  const m = B.length;
  if (m === 1) return A.map(([value]) => B[0].map(other => value * other));
  const middle = m >> 1;
  const upper = product(
    A.map(row => row.slice(0, middle)),
    B.slice(0, middle),
  );
  const lower = product(
    A.map(row => row.slice(middle)),
    B.slice(middle),
  );
  return upper.map((row, i) => row.map((value, k) => value + lower[i][k]));
}
