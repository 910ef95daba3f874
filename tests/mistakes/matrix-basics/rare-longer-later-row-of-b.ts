// Wrong: matmul takes the width of B from its first row and never looks whether the later ones are longer.
type Row = number[];

export function dot(a: Row, b: Row): number {
  if (a.length !== b.length) throw new TypeError(`dot: ${a.length} and ${b.length}`);
  let total = 0;
  a.forEach((value, i) => {
    total += value * b[i];
  });
  return total;
}

export function norm(a: Row): number {
  let squares = 0;
  for (const value of a) squares += value * value;
  return Math.sqrt(squares);
}

export function cosine(a: Row, b: Row): number {
  const d = dot(a, b);
  if (norm(a) === 0) return 0;
  if (norm(b) === 0) return 0;
  return d / (norm(a) * norm(b));
}

export function transpose(A: Row[]): Row[] {
  const T: Row[] = A[0].map(() => []);
  for (const row of A) {
    if (row.length !== T.length) throw new TypeError('transpose: ragged');
    row.forEach((value, j) => T[j].push(value));
  }
  return T;
}

export function matVec(A: Row[], x: Row): Row {
  return A.map(row => dot(row, x));
}

export function matmul(A: Row[], B: Row[]): Row[] {
  const p = B[0].length;
  return A.map(row => {
    if (row.length !== B.length) throw new TypeError('matmul: inner sizes');
    const result: Row = [];
    for (let k = 0; k < p; k += 1) {
      let sum = 0;
      for (let j = 0; j < row.length; j += 1) {
        if (B[j][k] === undefined) throw new TypeError('matmul: ragged B');
        sum += row[j] * B[j][k];
      }
      result.push(sum);
    }
    return result;
  });
}
