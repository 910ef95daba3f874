// The cosine by the law of cosines on unit vectors; matrices by outer products of columns and rows.
const fail = (text: string): never => {
  throw new TypeError(text);
};

export function dot(a: number[], b: number[]): number {
  if (a.length - b.length) fail('dot: unlike lengths');
  return a.reduce((sum, value, i) => sum + b[i] * value, 0);
}

export function norm(a: number[]): number {
  return Math.sqrt(a.map(value => value * value).reduce((s, t) => s + t, 0));
}

export function cosine(a: number[], b: number[]): number {
  if (a.length - b.length) fail('cosine: unlike lengths');
  const unit = (v: number[]) => {
    const length = norm(v);
    return v.map(value => value / length);
  };
  if (norm(a) === 0 || norm(b) === 0) return 0;
  const [u, v] = [unit(a), unit(b)];
  // |u + v|² − |u − v|² = 4 u·v
  let sum = 0;
  let difference = 0;
  u.forEach((value, i) => {
    sum += (value + v[i]) ** 2;
    difference += (value - v[i]) ** 2;
  });
  return (sum - difference) / 4;
}

export function transpose(A: number[][]): number[][] {
  const [first, ...rest] = A;
  const columns = first.map(value => [value]);
  for (const row of rest) {
    if (row.length !== columns.length) fail('transpose: ragged');
    for (let j = 0; j < row.length; j++) columns[j].push(row[j]);
  }
  return columns;
}

export function matVec(A: number[][], x: number[]): number[] {
  return matmul(A, transpose([x])).map(([value]) => value);
}

export function matmul(A: number[][], B: number[][]): number[][] {
  A.forEach(row => {
    if (row.length !== B.length) fail('matmul: inner sizes');
  });
  const p = transpose(B).length;
  const C = A.map(() => Array.from({ length: p }, () => 0));
  for (let j = 0; j < B.length; j++) {
    for (let i = 0; i < A.length; i++) {
      for (let k = 0; k < p; k++) C[i][k] += A[i][j] * B[j][k];
    }
  }
  return C;
}
