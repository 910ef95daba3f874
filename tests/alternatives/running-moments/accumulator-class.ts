// An object-oriented accumulator with private state; the exports unpack a summary, use it and pack it again.
class Accumulator {
  #count = 0;
  #centre = 0;
  #scatter = 0;

  static from({ n, mean, m2 }: { n: number; mean: number; m2: number }): Accumulator {
    const made = new Accumulator();
    made.#count = n;
    made.#centre = mean;
    made.#scatter = m2;
    return made;
  }
  add(value: number): this {
    const deviation = value - this.#centre;
    this.#count++;
    this.#scatter += (deviation * deviation * (this.#count - 1)) / this.#count;
    this.#centre += deviation / this.#count;
    return this;
  }
  absorb(other: Accumulator): this {
    if (other.#count === 0) return this;
    const deviation = other.#centre - this.#centre;
    const count = this.#count + other.#count;
    this.#scatter += other.#scatter + deviation ** 2 * (this.#count / count) * other.#count;
    this.#centre += (deviation * other.#count) / count;
    this.#count = count;
    return this;
  }
  pack() {
    return { n: this.#count, mean: this.#centre, m2: this.#scatter };
  }
}

class Degrees {
  readonly lost: number;
  constructor(ddof: number) {
    if (ddof !== 0 && ddof !== 1) throw new RangeError(`ddof = ${ddof}`);
    this.lost = ddof;
  }
  divide(sum: number, n: number): number {
    const left = n - this.lost;
    return left > 0 ? sum / left : NaN;
  }
}

export function empty() {
  return new Accumulator().pack();
}
export function push(moments: { n: number; mean: number; m2: number }, x: number) {
  return Accumulator.from(moments).add(x).pack();
}
export function merge(
  a: { n: number; mean: number; m2: number },
  b: { n: number; mean: number; m2: number },
) {
  return Accumulator.from(a).absorb(Accumulator.from(b)).pack();
}
export function variance(moments: { n: number; mean: number; m2: number }, ddof: number) {
  return new Degrees(ddof).divide(moments.m2, moments.n);
}
export function covariance(X: number[][], ddof: number) {
  const degrees = new Degrees(ddof);
  const [head] = X;
  if (head === undefined) throw new RangeError('The table is empty.');
  for (const row of X) if (row.length !== head.length) throw new TypeError('The table is ragged.');
  const centres = head.map((_, j) => {
    const one = new Accumulator();
    for (const row of X) one.add(row[j]);
    return one.pack().mean;
  });
  const table: number[][] = [];
  for (let j = 0; j < head.length; j++) {
    table.push([]);
    for (let k = 0; k < head.length; k++) {
      if (k < j) {
        table[j].push(table[k][j]);
        continue;
      }
      let sum = 0;
      for (const row of X) sum += (row[j] - centres[j]) * (row[k] - centres[k]);
      table[j].push(degrees.divide(sum, X.length));
    }
  }
  return table;
}
