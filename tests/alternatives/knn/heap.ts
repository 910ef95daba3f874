// A binary heap of [distance, index] pairs, popped k times.
type Entry = [distance: number, index: number];
const before = (a: Entry, b: Entry) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

class Heap {
  private items: Entry[] = [];
  get size() {
    return this.items.length;
  }
  push(entry: Entry) {
    this.items.push(entry);
    let i = this.items.length - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!before(this.items[i], this.items[parent])) break;
      [this.items[i], this.items[parent]] = [this.items[parent], this.items[i]];
      i = parent;
    }
  }
  pop(): Entry {
    const top = this.items[0];
    const last = this.items.pop() as Entry;
    if (this.items.length > 0) {
      this.items[0] = last;
      let i = 0;
      while (true) {
        let child = 2 * i + 1;
        if (child >= this.items.length) break;
        if (child + 1 < this.items.length && before(this.items[child + 1], this.items[child])) {
          child += 1;
        }
        if (!before(this.items[child], this.items[i])) break;
        [this.items[i], this.items[child]] = [this.items[child], this.items[i]];
        i = child;
      }
    }
    return top;
  }
}

class Neighbours {
  private readonly X: number[][];
  private readonly k: number;
  constructor(X: number[][], k: number) {
    if (X.length === 0) throw new RangeError('Neighbours: no rows');
    if (!(k >= 1) || k % 1 !== 0) throw new RangeError('Neighbours: k');
    if (X.some(row => row.length !== X[0].length)) throw new TypeError('Neighbours: ragged');
    this.X = X;
    this.k = k;
  }
  *of(query: number[]): Generator<Entry> {
    if (query.length !== this.X[0].length) throw new TypeError('Neighbours: query');
    const heap = new Heap();
    this.X.forEach((x, i) => {
      heap.push([Math.hypot(...x.map((value, j) => value - query[j])), i]);
    });
    for (let t = 0; t < this.k && heap.size > 0; t++) yield heap.pop();
  }
}

export function nearest(X: number[][], query: number[], k: number): number[] {
  return [...new Neighbours(X, k).of(query)].map(([, i]) => i);
}

export function predict(
  X: number[][],
  y: number[],
  queries: number[][],
  options: { k: number; classes: number; weights?: 'uniform' | 'distance' },
) {
  const search = new Neighbours(X, options.k);
  if (y.length !== X.length) throw new TypeError('y');
  for (const c of y) if (!(0 <= c && c < options.classes)) throw new RangeError('y');
  const probabilities = queries.map(query => {
    const voters = [...search.of(query)];
    const shares = new Array<number>(options.classes).fill(0);
    const nearestOfAll = voters[0][0];
    for (const [distance, i] of voters) {
      // Relative to the nearest, so that nothing is infinite.
      const vote =
        options.weights !== 'distance'
          ? 1
          : nearestOfAll === 0
            ? Number(distance === 0)
            : nearestOfAll / distance;
      shares[y[i]] += vote;
    }
    const all = shares.reduce((a, b) => a + b);
    return shares.map(v => v / all);
  });
  return { labels: probabilities.map(p => p.indexOf(Math.max(...p))), probabilities };
}
