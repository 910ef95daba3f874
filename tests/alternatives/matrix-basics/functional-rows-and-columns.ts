// Right: everything is made of reduce and map; the cosine is the product of two unit vectors, the product a table of dot products.
type Vector = number[];
type Matrix = Vector[];

const mismatch = (what: string): never => {
  throw new TypeError(`shapes do not fit: ${what}`);
};

const allAsLongAs = (A: Matrix, m: number): boolean => A.every(({ length }) => length === m);

export const dot = (a: Vector, b: Vector): number =>
  a.length === b.length ? a.reduce((sum, value, i) => sum + value * b[i], 0) : mismatch('dot');

export const norm = (a: Vector): number => {
  // squares of numbers up to 1
  const largest = a.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return largest === 0
    ? 0
    : largest * Math.sqrt(a.reduce((sum, value) => sum + (value / largest) ** 2, 0));
};

const unit = (a: Vector): Vector => {
  const length = norm(a);
  return length === 0 ? [...a] : a.map(value => value / length);
};

export const cosine = (a: Vector, b: Vector): number => dot(unit(a), unit(b));

export const transpose = (A: Matrix): Matrix => {
  if (A.length === 0) return [];
  if (!allAsLongAs(A, A[0].length)) mismatch('a ragged matrix');
  return A[0].map((_, j) => A.map(row => row[j]));
};

export const matVec = (A: Matrix, x: Vector): Vector => A.map(row => dot(row, x));

export const matmul = (A: Matrix, B: Matrix): Matrix => {
  if (!allAsLongAs(A, B.length)) mismatch('rows of A, rows of B');
  const columns = transpose(B);
  return A.map(row => columns.map(column => dot(row, column)));
};
