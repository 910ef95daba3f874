// Right: the matrix is a flat Float64Array in a class, vectors are scaled by their largest entry before their length is taken, and each product is reused.
type Vector = Float64Array;

class Square {
  readonly size: number;
  private readonly cells: Float64Array;

  constructor(A: number[][]) {
    this.size = A.length;
    A.forEach((row, i) => {
      if (row.length !== this.size) throw new TypeError(`row ${i} does not make a square`);
    });
    this.cells = Float64Array.from(A.flat());
  }

  accept(v: number[]): Vector {
    if (v.length !== this.size) throw new TypeError('the vector does not fit the matrix');
    return unit(v);
  }

  apply(v: Vector): Vector {
    const { size, cells } = this;
    const out = new Float64Array(size);
    for (let at = 0; at < cells.length; at++)
      out[Math.floor(at / size)] += cells[at] * v[at % size];
    return out;
  }

  /** What there is to know at a unit vector, from one multiplication. */
  inspect(v: Vector): { image: Vector; value: number; distance: number } {
    const image = this.apply(v);
    const value = inner(image, v) / inner(v, v);
    const off = image.map((x, i) => x - value * v[i]);
    return { image, value, distance: Math.hypot(...off) };
  }
}

function inner(a: Vector, b: Vector): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

function unit(v: ArrayLike<number>): Vector {
  let place = 0;
  for (let i = 1; i < v.length; i++) if (Math.abs(v[i]) > Math.abs(v[place])) place = i;
  const largest = v[place];
  if (largest === 0) throw new RangeError('a vector of zeros has no direction');
  // the largest entry becomes exactly 1, which settles the sign as well
  const scaled = Float64Array.from(v, x => x / largest);
  const length = Math.sqrt(inner(scaled, scaled));
  return scaled.map(x => x / length);
}

export function direction(v: number[]): number[] {
  return Array.from(unit(v));
}

export function rayleigh(A: number[][], v: number[]): number {
  const matrix = new Square(A);
  return matrix.inspect(matrix.accept(v)).value;
}

export function residual(A: number[][], v: number[]): number {
  const matrix = new Square(A);
  return matrix.inspect(matrix.accept(v)).distance;
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options?: { maxIterations?: number; tolerance?: number },
): { value: number; vector: number[]; iterations: number } {
  const limit = options?.maxIterations ?? 1000;
  const tolerance = options?.tolerance ?? 1e-10;
  const matrix = new Square(A);
  let v = matrix.accept(initial);
  for (let iterations = 0; ; iterations++) {
    const { image, value, distance } = matrix.inspect(v);
    if (iterations >= limit || !(distance > tolerance)) {
      return { value, vector: Array.from(v), iterations };
    }
    v = unit(image);
  }
}
