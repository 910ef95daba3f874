// Wrong: the cosine returns 0 for a vector of zeros before it compares the lengths.
function sumOf(n: number, term: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += term(i);
  return sum;
}

export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError('The vectors have different lengths.');
  return sumOf(a.length, i => a[i] * b[i]);
}

export function norm(a: number[]): number {
  return Math.sqrt(sumOf(a.length, i => a[i] ** 2));
}

export function cosine(a: number[], b: number[]): number {
  const na = norm(a);
  const nb = norm(b);
  if (na === 0 || nb === 0) return 0;
  return dot(a, b) / (na * nb);
}

export function transpose(A: number[][]): number[][] {
  const m = A[0].length;
  if (A.filter(row => row.length === m).length < A.length)
    throw new TypeError('The rows have different lengths.');
  const T = new Array<number[]>(m);
  for (let j = 0; j < m; j++) T[j] = A.map(row => row[j]);
  return T;
}

export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => {
    if (row.length !== x.length) throw new TypeError('A row is not as long as the vector.');
    return sumOf(x.length, j => row[j] * x[j]);
  });
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const p = B[0].length;
  if (B.some(row => row.length !== p)) throw new TypeError('The rows of B have different lengths.');
  if (A.some(row => row.length !== B.length)) throw new TypeError('A and B do not fit.');
  const C: number[][] = [];
  for (const row of A)
    C.push(Array.from({ length: p }, (_, k) => sumOf(B.length, j => row[j] * B[j][k])));
  return C;
}
