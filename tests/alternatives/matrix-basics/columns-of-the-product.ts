// The product column by column, with its transpose taken at the end; Error instead of TypeError.
function refuse(message: string): never {
  throw new Error(message);
}

export function dot(a: number[], b: number[]): number {
  const pairs = a.length === b.length ? a.entries() : refuse(`dot of ${a.length} and ${b.length}`);
  let sum = 0;
  for (const [i, value] of pairs) sum += value * b[i];
  return sum;
}

export function norm(a: number[]): number {
  // measured in units of the largest entry
  const unit = Math.max(...a.map(Math.abs));
  if (unit === 0) return 0;
  return unit * Math.sqrt(a.reduce((sum, value) => sum + (value / unit) ** 2, 0));
}

export function cosine(a: number[], b: number[]): number {
  const numerator = dot(a, b);
  const quotient = numerator / (norm(a) * norm(b));
  // 0 / 0 is the only way to NaN here
  const cos = Number.isNaN(quotient) ? 0 : quotient;
  return Math.max(-1, Math.min(1, cos));
}

export function transpose(A: number[][]): number[][] {
  const out: number[][] = [];
  for (const row of A) {
    if (row.length !== A[0].length) refuse('transpose: ragged rows');
    row.forEach((value, j) => {
      if (out[j] === undefined) out[j] = [];
      out[j].push(value);
    });
  }
  return out;
}

export function matVec(A: number[][], x: number[]): number[] {
  const y = new Array<number>(A.length).fill(0);
  for (const row of A) if (row.length !== x.length) refuse('matVec: a row does not fit');
  x.forEach((factor, j) => {
    A.forEach((row, i) => {
      y[i] += row[j] * factor;
    });
  });
  return y;
}

export function matmul(A: number[][], B: number[][]): number[][] {
  return transpose(transpose(B).map(column => matVec(A, column)));
}
