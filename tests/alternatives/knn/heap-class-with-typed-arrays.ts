// Right: a model class with flat coordinates and a binary heap that the nearest rows are popped from one by one.
class Neighbours {
  private readonly flat: Float64Array;
  private readonly n: number;
  private readonly d: number;
  private readonly gap: Float64Array;
  private heap: number[] = [];

  constructor(X: number[][]) {
    this.n = X.length;
    if (this.n === 0) throw new RangeError('there are no training points');
    this.d = X[0].length;
    this.flat = new Float64Array(this.n * this.d);
    X.forEach((row, i) => {
      this.admit(row);
      this.flat.set(row, i * this.d);
    });
    this.gap = new Float64Array(this.n);
  }

  admit(point: number[]): void {
    if (point.length !== this.d)
      throw new TypeError(`a point has ${point.length} coordinates, not ${this.d}`);
  }

  /** the rows nearest to a point, and how far away they are */
  find(point: number[], k: number): { rows: number[]; lengths: number[] } {
    for (let i = 0; i < this.n; i += 1) this.gap[i] = this.length(i * this.d, point);
    this.heap = Array.from({ length: this.n }, (_, i) => i);
    for (let at = Math.floor(this.n / 2); at >= 0; at -= 1) this.sink(at);
    const rows: number[] = [];
    while (rows.length < k && this.heap.length > 0) rows.push(this.pop());
    return { rows, lengths: rows.map(i => this.gap[i]) };
  }

  private length(from: number, point: number[]): number {
    let most = 0;
    for (let c = 0; c < this.d; c += 1)
      most = Math.max(most, Math.abs(this.flat[from + c] - point[c]));
    if (most === 0) return 0;
    const unit = powerOfTwoNear(most);
    let squares = 0;
    for (let c = 0; c < this.d; c += 1) squares += ((this.flat[from + c] - point[c]) / unit) ** 2;
    return Math.sqrt(squares) * unit;
  }

  private before(i: number, j: number): boolean {
    return this.gap[i] < this.gap[j] || (this.gap[i] === this.gap[j] && i < j);
  }

  private sink(start: number): void {
    let at = start;
    for (;;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.heap.length && this.before(this.heap[child], this.heap[first]))
          first = child;
      }
      if (first === at) return;
      [this.heap[at], this.heap[first]] = [this.heap[first], this.heap[at]];
      at = first;
    }
  }

  private pop(): number {
    const top = this.heap[0];
    const last = this.heap.pop() as number;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return top;
  }
}

/** a power of two by which numbers of this size can be divided without a loss */
function powerOfTwoNear(size: number): number {
  return 2 ** Math.max(-1000, Math.min(1000, Math.round(Math.log2(size))));
}

function assertK(k: number): void {
  if (!Number.isInteger(k) || k < 1) throw new RangeError('k: a whole number of 1 or more');
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  const model = new Neighbours(X);
  model.admit(query);
  assertK(k);
  return model.find(query, k).rows;
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
): { labels: number[]; probabilities: number[][] } {
  const model = new Neighbours(X);
  assertK(options.k);
  if (y.length !== X.length) throw new TypeError('a class for each row, please');
  if (y.some(c => c < 0 || c >= options.classes)) throw new RangeError('no such class');
  queries.forEach(query => model.admit(query));

  const labels: number[] = [];
  const probabilities = queries.map(query => {
    const { rows, lengths } = model.find(query, options.k);
    const tally = new Map<number, number>();
    const exact = lengths[0] === 0;
    const unit = exact ? 1 : powerOfTwoNear(lengths[0]);
    let all = 0;
    rows.forEach((row, place) => {
      let vote = 1;
      if (options.weights === 'distance')
        vote = exact ? Number(lengths[place] === 0) : unit / lengths[place];
      tally.set(y[row], (tally.get(y[row]) ?? 0) + vote);
      all += vote;
    });
    let winner = -1;
    const shares: number[] = [];
    for (let c = 0; c < options.classes; c += 1) {
      const votes = tally.get(c) ?? 0;
      shares.push(votes / all);
      if (votes > (winner < 0 ? 0 : (tally.get(winner) as number))) winner = c;
    }
    labels.push(winner);
    return shares;
  });
  return { labels, probabilities };
}
