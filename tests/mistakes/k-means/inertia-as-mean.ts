// The inertia is divided by the number of points (a mean, not a sum).
type Matrix = number[][];
type Options = { maxIterations?: number };

class Data {
  X: Matrix;
  C: Matrix;
  constructor(X: Matrix, C: Matrix) {
    if (C.length === 0) throw new RangeError('C is empty');
    const d = C[0].length;
    if (!C.every(r => r.length === d) || !X.every(r => r.length === d))
      throw new TypeError('d differs');
    this.X = X;
    this.C = C.map(r => r.slice());
  }
  labelled(L: number[]): Data {
    if (L.length !== this.X.length) throw new TypeError('L is too long or too short');
    if (L.some(l => l < 0 || l >= this.C.length)) throw new RangeError('L has a stranger');
    return this;
  }
  dist(i: number, k: number): number {
    return this.X[i].reduce((s, v, j) => s + (v - this.C[k][j]) * (v - this.C[k][j]), 0);
  }
  nearest(): number[] {
    return this.X.map((_, i) =>
      this.C.reduce((b, __, k) => (this.dist(i, k) < this.dist(i, b) ? k : b), 0),
    );
  }
  centre(L: number[]): void {
    this.C = this.C.map((c, k) => {
      const members = this.X.filter((_, i) => L[i] === k);
      if (!members.length) return c;
      return c.map((_, j) => members.reduce((s, m) => s + m[j], 0) / members.length);
    });
  }
  cost(L: number[]): number {
    return this.X.reduce((s, _, i) => s + this.dist(i, L[i]), 0) / this.X.length;
  }
}
export function assign(X: Matrix, centroids: Matrix): number[] {
  return new Data(X, centroids).nearest();
}
export function update(X: Matrix, labels: number[], centroids: Matrix): Matrix {
  const data = new Data(X, centroids).labelled(labels);
  data.centre(labels);
  return data.C;
}
export function inertia(X: Matrix, labels: number[], centroids: Matrix): number {
  return new Data(X, centroids).labelled(labels).cost(labels);
}
export function kMeans(X: Matrix, initial: Matrix, options: Options = {}) {
  const data = new Data(X, initial);
  if (initial.length > X.length) throw new RangeError('too many centroids');
  const max = options.maxIterations ?? 100;
  let labels = data.nearest();
  const inertias = [data.cost(labels)];
  let iterations = 0;
  for (let go = max > 0; go; ) {
    data.centre(labels);
    const next = data.nearest();
    go = next.join() !== labels.join() && ++iterations < max;
    if (next.join() === labels.join()) iterations++;
    labels = next;
    inertias.push(data.cost(labels));
  }
  return { centroids: data.C, labels, inertias, iterations };
}
