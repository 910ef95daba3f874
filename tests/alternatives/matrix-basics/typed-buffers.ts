// Matrices are copied into one flat buffer each; the product runs i, j, k so that memory is read in order.
class Dense {
  readonly data: Float64Array;
  constructor(
    readonly rows: number,
    readonly columns: number,
  ) {
    this.data = new Float64Array(rows * columns);
  }

  static of(table: number[][]): Dense {
    const columns = table.length === 0 ? 0 : table[0].length;
    const dense = new Dense(table.length, columns);
    table.forEach((row, i) => {
      if (row.length !== columns) {
        throw new TypeError(`row ${i} has ${row.length} entries, row 0 has ${columns}`);
      }
      dense.data.set(row, i * columns);
    });
    return dense;
  }

  times(other: Dense): Dense {
    if (this.columns !== other.rows) {
      throw new TypeError(`${this.rows}x${this.columns} times ${other.rows}x${other.columns}`);
    }
    const out = new Dense(this.rows, other.columns);
    for (let i = 0; i < this.rows; i++) {
      for (let j = 0; j < this.columns; j++) {
        const factor = this.data[i * this.columns + j];
        for (let k = 0; k < other.columns; k++) {
          out.data[i * other.columns + k] += factor * other.data[j * other.columns + k];
        }
      }
    }
    return out;
  }

  turned(): Dense {
    const out = new Dense(this.columns, this.rows);
    for (let at = 0; at < this.data.length; at++) {
      const i = Math.floor(at / this.columns);
      const j = at % this.columns;
      out.data[j * this.rows + i] = this.data[at];
    }
    return out;
  }

  table(): number[][] {
    const out: number[][] = [];
    for (let i = 0; i < this.rows; i++) {
      out.push(Array.from(this.data.subarray(i * this.columns, (i + 1) * this.columns)));
    }
    return out;
  }
}

const asColumn = (x: number[]) => x.map(value => [value]);

export function dot(a: number[], b: number[]): number {
  return Dense.of([a]).times(Dense.of(asColumn(b))).data[0];
}

export function norm(a: number[]): number {
  return Math.hypot(...a);
}

export function cosine(a: number[], b: number[]): number {
  const s = dot(a, b);
  const la = norm(a);
  const lb = norm(b);
  if (la > 0 && lb > 0) return s / la / lb;
  return 0;
}

export function transpose(A: number[][]): number[][] {
  return Dense.of(A).turned().table();
}

export function matVec(A: number[][], x: number[]): number[] {
  return Array.from(Dense.of(A).times(Dense.of(asColumn(x))).data);
}

export function matmul(A: number[][], B: number[][]): number[][] {
  return Dense.of(A).times(Dense.of(B)).table();
}
