// Right: a flat matrix class in typed arrays; sums are split in halves recursively, strided access replaces copies.
class Flat {
  readonly rows: number;
  readonly cols: number;
  readonly cells: Float64Array;

  constructor(rows: number, cols: number) {
    this.rows = rows;
    this.cols = cols;
    this.cells = new Float64Array(rows * cols);
  }

  static of(lists: number[][]): Flat {
    const flat = new Flat(lists.length, lists.length > 0 ? lists[0].length : 0);
    lists.forEach((list, i) => {
      if (list.length !== flat.cols) throw new TypeError('the rows of a matrix have one length');
      flat.cells.set(list, i * flat.cols);
    });
    return flat;
  }

  static vector(list: number[]): Flat {
    const flat = new Flat(list.length, 1);
    flat.cells.set(list);
    return flat;
  }

  toLists(): number[][] {
    return Array.from({ length: this.rows }, (_, i) =>
      Array.from(this.cells.slice(i * this.cols, (i + 1) * this.cols)),
    );
  }

  flipped(): Flat {
    const result = new Flat(this.cols, this.rows);
    this.cells.forEach((value, at) => {
      result.cells[(at % this.cols) * this.rows + Math.floor(at / this.cols)] = value;
    });
    return result;
  }

  times(other: Flat): Flat {
    if (this.cols !== other.rows)
      throw new TypeError(`[${this.rows}][${this.cols}] times [${other.rows}][${other.cols}]`);
    const result = new Flat(this.rows, other.cols);
    for (let at = 0; at < result.cells.length; at += 1) {
      const i = Math.floor(at / other.cols);
      const k = at % other.cols;
      result.cells[at] = halved(
        this.cells,
        i * this.cols,
        1,
        other.cells,
        k,
        other.cols,
        this.cols,
      );
    }
    return result;
  }
}

/** the sum of products of two strided runs */
function halved(
  a: ArrayLike<number>,
  aFrom: number,
  aStep: number,
  b: ArrayLike<number>,
  bFrom: number,
  bStep: number,
  count: number,
): number {
  if (count > 16) {
    const half = count >> 1;
    return (
      halved(a, aFrom, aStep, b, bFrom, bStep, half) +
      halved(a, aFrom + half * aStep, aStep, b, bFrom + half * bStep, bStep, count - half)
    );
  }
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += a[aFrom + i * aStep] * b[bFrom + i * bStep];
  return sum;
}

export function dot(a: number[], b: number[]): number {
  if (a.length !== b.length) throw new TypeError(`${a.length} numbers and ${b.length} numbers`);
  return halved(a, 0, 1, b, 0, 1, a.length);
}

export function norm(a: number[]): number {
  return Math.sqrt(halved(a, 0, 1, a, 0, 1, a.length));
}

export function cosine(a: number[], b: number[]): number {
  const top = dot(a, b);
  const isZero = (v: number[]) => !v.some(value => value !== 0);
  return isZero(a) || isZero(b) ? 0 : top / (norm(a) * norm(b));
}

export function transpose(A: number[][]): number[][] {
  return Flat.of(A).flipped().toLists();
}

export function matVec(A: number[][], x: number[]): number[] {
  if (A.some(row => row.length !== x.length))
    throw new TypeError('a row is not as long as the vector');
  return Array.from(Flat.of(A).times(Flat.vector(x)).cells);
}

export function matmul(A: number[][], B: number[][]): number[][] {
  return Flat.of(A).times(Flat.of(B)).toLists();
}
