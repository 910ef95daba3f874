/** Σ aᵢ bᵢ. */
export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) {
    throw new TypeError(`a vector of ${a.length} numbers meets one of ${b.length}`);
  }
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += a[i] * b[i];
  return total;
}

/** √(a · a). */
export function norm(a: number[]): number {
  return Math.sqrt(dot(a, a));
}

/** a · b / (‖a‖ ‖b‖), and 0 where a or b has no direction. */
export function cosine(a: number[], b: number[]): number {
  const product = dot(a, b);
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : product / lengths;
}

/** Row j of the result is column j of A. */
export function transpose(A: number[][]): number[][] {
  checkRows('transpose', A);
  return (A[0] ?? []).map((_, j) => A.map(row => row[j])); // [m][n]
}

/** Entry i of the result is row i of A times x. */
export function matVec(A: number[][], x: number[]): number[] {
  return A.map(row => dot(row, x)); // [n]
}

/** Entry (i, k) of the result is row i of A times column k of B. */
export function matmul(A: number[][], B: number[][]): number[][] {
  checkRows('matmul', B);
  const columns = (B[0] ?? []).map((_, k) => B.map(line => line[k])); // [p][m]
  return A.map(row => columns.map(column => dot(row, column))); // [n][p]
}

function checkRows(caller: string, A: number[][]): void {
  const odd = A.find(row => row.length !== A[0].length);
  if (odd) {
    throw new TypeError(`${caller}: a row of ${odd.length} numbers below one of ${A[0].length}`);
  }
}
