// An endless stream of unit vectors; the loop takes from it until one is good enough.
class Matrix {
  constructor(private readonly rows: number[][]) {
    rows.forEach((row, i) => {
      if (row.length !== rows.length) throw new TypeError(`row ${i} has ${row.length} entries`);
    });
  }
  times(v: Vector): Vector {
    if (v.size !== this.rows.length) throw new TypeError(`a vector of ${v.size}`);
    return new Vector(this.rows.map(row => new Vector(row).dot(v)));
  }
}

class Vector {
  constructor(readonly entries: readonly number[]) {}
  get size() {
    return this.entries.length;
  }
  dot(other: Vector): number {
    let total = 0;
    for (const [i, x] of this.entries.entries()) total += x * other.entries[i];
    return total;
  }
  length(): number {
    return Math.sqrt(this.dot(this));
  }
  by(factor: number): Vector {
    return new Vector(this.entries.map(x => x * factor));
  }
  minus(other: Vector): Vector {
    return new Vector(this.entries.map((x, i) => x - other.entries[i]));
  }
  /** Scaled by its largest entry first, so that this becomes 1 and the sign is right at once. */
  unit(): Vector {
    let peak = 0;
    for (const x of this.entries) if (Math.abs(x) > Math.abs(peak)) peak = x;
    if (peak === 0) throw new RangeError('the zero vector has no direction');
    const scaled = new Vector(this.entries.map(x => x / peak));
    return scaled.by(1 / scaled.length());
  }
}

function value(A: Matrix, v: Vector): number {
  const u = v.unit();
  return u.dot(A.times(u));
}

function rest(A: Matrix, v: Vector): number {
  const u = v.unit();
  const image = A.times(u);
  return image.minus(u.by(u.dot(image))).length();
}

function* stream(A: Matrix, start: Vector): Generator<Vector, never> {
  let v = start.unit();
  for (;;) {
    yield v;
    v = A.times(v).unit();
  }
}

export function direction(v: number[]): number[] {
  return [...new Vector(v).unit().entries];
}

export function rayleigh(A: number[][], v: number[]): number {
  return value(new Matrix(A), new Vector(v));
}

export function residual(A: number[][], v: number[]): number {
  return rest(new Matrix(A), new Vector(v));
}

export function powerIteration(
  A: number[][],
  initial: number[],
  options: { maxIterations?: number; tolerance?: number } = {},
): { value: number; vector: number[]; iterations: number } {
  const { maxIterations = 1000, tolerance = 1e-10 } = options;
  const M = new Matrix(A);
  M.times(new Vector(initial)); // for its check of the length
  let iterations = 0;
  for (const v of stream(M, new Vector(initial))) {
    if (iterations === maxIterations || rest(M, v) <= tolerance) {
      return { value: value(M, v), vector: [...v.entries], iterations };
    }
    iterations += 1;
  }
  throw new Error('unreachable');
}
