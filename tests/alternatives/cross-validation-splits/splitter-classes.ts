// A class for each kind of splitter; the base class knows how to make folds of an assignment.
abstract class Splitter {
  constructor(
    protected readonly n: number,
    protected readonly K: number,
  ) {
    if (Math.round(K) !== K) throw new TypeError('n_splits is not an integer');
    if (K < 2) throw new RangeError('n_splits is below 2');
    if (K > n) throw new RangeError('n_splits exceeds the number of samples');
  }

  /** The fold that tests row i. */
  protected abstract home(i: number): number;

  split() {
    return Array.from({ length: this.K }, (_, k) => {
      const fold = { train: [] as number[], test: [] as number[] };
      for (let i = 0; i < this.n; i += 1) fold[this.home(i) === k ? 'test' : 'train'].push(i);
      return fold;
    });
  }
}

class Plain extends Splitter {
  private readonly position: Map<number, number>;
  constructor(n: number, K: number, order?: number[]) {
    super(n, K);
    this.position = new Map(order?.map((row, p) => [row, p]));
    if (!order) for (let i = 0; i < n; i += 1) this.position.set(i, i);
    else if (order.length !== n) throw new TypeError('order is too long or too short');
    for (let i = 0; i < n; i += 1) {
      if (!this.position.has(i)) throw new RangeError(`order lacks ${i}`);
    }
  }
  protected home(i: number): number {
    const p = this.position.get(i) ?? 0;
    let end = 0;
    let k = -1;
    while (p >= end) {
      k += 1;
      end += Math.floor(this.n / this.K) + Number(k < this.n % this.K);
    }
    return k;
  }
}

class Stratified extends Splitter {
  constructor(
    private readonly labels: number[],
    K: number,
  ) {
    super(labels.length, K);
  }
  protected home(i: number): number {
    // how many of the class come before, counted from behind
    let after = 0;
    for (let m = i + 1; m < this.n; m += 1) if (this.labels[m] === this.labels[i]) after += 1;
    return after % this.K;
  }
}

class Grouped extends Splitter {
  private readonly homes = new Map<string, number>();
  constructor(
    private readonly groups: string[],
    K: number,
  ) {
    super(groups.length, K);
    const counts = new Map<string, number>();
    for (const group of groups) counts.set(group, 1 + (counts.get(group) ?? 0));
    if (counts.size < K) throw new RangeError('fewer groups than splits');
    const loads = new Float64Array(K);
    for (const [group, count] of [...counts].sort(([, a], [, b]) => b - a)) {
      const k = loads.indexOf(Math.min(...loads));
      loads[k] += count;
      this.homes.set(group, k);
    }
  }
  protected home(i: number): number {
    return this.homes.get(this.groups[i]) ?? -1;
  }
}

export function kFold(n: number, K: number, order?: number[]) {
  return new Plain(n, K, order).split();
}
export function stratifiedKFold(labels: number[], K: number) {
  return new Stratified(labels, K).split();
}
export function groupKFold(groups: string[], K: number) {
  return new Grouped(groups, K).split();
}
export function timeSeriesSplit(n: number, K: number, gap: number = 0) {
  new Plain(n, K);
  if (gap < 0 || gap !== Math.floor(gap)) throw new RangeError('gap');
  const size = Math.floor(n / (K + 1));
  const head = n - K * size;
  if (size < 1 || head <= gap) throw new RangeError('too many splits or too large a gap');
  const rows = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: K }, (_, k) => ({
    train: rows.slice(0, head + k * size - gap),
    test: rows.slice(head + k * size, head + (k + 1) * size),
  }));
}
