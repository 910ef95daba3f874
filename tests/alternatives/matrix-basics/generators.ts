// Rows and columns are walked by generators; squares of lengths are compared, and one root is taken.
class ShapeError extends TypeError {}

function* pairs(a: Iterable<number>, b: Iterable<number>): Generator<[number, number]> {
  const others = b[Symbol.iterator]();
  for (const one of a) {
    const other = others.next();
    if (other.done) throw new ShapeError('the second vector is too short');
    yield [one, other.value];
  }
  if (!others.next().done) throw new ShapeError('the second vector is too long');
}

function* column(B: number[][], k: number): Generator<number> {
  for (const row of B) yield row[k];
}

function sumOfProducts(a: Iterable<number>, b: Iterable<number>): number {
  let sum = 0;
  for (const [one, other] of pairs(a, b)) sum += one * other;
  return sum;
}

function width(A: number[][]): number {
  for (const row of A) if (row.length !== A[0].length) throw new ShapeError('ragged');
  return A[0]?.length ?? 0;
}

export function dot(a: number[], b: number[]): number {
  return sumOfProducts(a, b);
}

export function norm(a: number[]): number {
  return Math.sqrt(sumOfProducts(a, a));
}

export function cosine(a: number[], b: number[]): number {
  const along = dot(a, b);
  const squares = dot(a, a) * dot(b, b);
  return squares === 0 ? 0 : (Math.sign(along) * Math.abs(along)) / Math.sqrt(squares);
}

export function transpose(A: number[][]): number[][] {
  const out: number[][] = [];
  const m = width(A);
  while (out.length < m) out.push([...column(A, out.length)]);
  return out;
}

export function matVec(A: number[][], x: number[]): number[] {
  return [...A.values()].map(row => sumOfProducts(row, x));
}

export function matmul(A: number[][], B: number[][]): number[][] {
  const p = width(B);
  const out = [];
  for (const row of A) {
    const entries: number[] = [];
    for (let k = 0; k < p; k++) entries.push(sumOfProducts(row, column(B, k)));
    out.push(entries);
  }
  return out;
}
