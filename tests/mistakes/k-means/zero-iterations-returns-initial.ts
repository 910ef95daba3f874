// The loop starts from `initial` without a copy, so with maxIterations 0 the very argument is returned.
class Lloyd {
  labels: number[] = [];
  inertias: number[] = [];
  centroids: number[][];
  X: number[][];
  constructor(X: number[][], centroids: number[][]) {
    if (centroids.length === 0) throw new RangeError('nothing to start from');
    const dims = centroids[0].length;
    [X, centroids].forEach(t => {
      t.forEach(r => {
        if (r.length !== dims) throw new TypeError('dimension mismatch');
      });
    });
    this.X = X;
    this.centroids = centroids;
  }
  withLabels(labels: number[]): Lloyd {
    if (labels.length !== this.X.length) throw new TypeError('label list');
    for (const l of labels)
      if (l < 0 || l >= this.centroids.length) throw new RangeError(`label ${l}`);
    this.labels = labels;
    return this;
  }
  d2(i: number, k: number): number {
    let s = 0;
    for (let j = 0; j < this.X[i].length; j++) s += (this.X[i][j] - this.centroids[k][j]) ** 2;
    return s;
  }
  assignment(): number[] {
    const out: number[] = [];
    for (let i = 0; i < this.X.length; i++) {
      let k = 0;
      for (let m = 1; m < this.centroids.length; m++) if (this.d2(i, m) < this.d2(i, k)) k = m;
      out.push(k);
    }
    return out;
  }
  means(): number[][] {
    return this.centroids.map((c, k) => {
      const rows = this.X.filter((_, i) => this.labels[i] === k);
      return rows.length
        ? c.map((_, j) => rows.reduce((s, r) => s + r[j], 0) / rows.length)
        : c.slice();
    });
  }
  J(): number {
    return this.labels.reduce((s, l, i) => s + this.d2(i, l), 0);
  }
  run(limit: number): void {
    this.labels = this.assignment();
    this.inertias = [this.J()];
    for (let t = 0; t < limit; t++) {
      const old = this.labels;
      this.centroids = this.means();
      this.labels = this.assignment();
      this.inertias.push(this.J());
      if (old.every((l, i) => l === this.labels[i])) return;
    }
  }
}
export function assign(X: number[][], centroids: number[][]): number[] {
  return new Lloyd(X, centroids).assignment();
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  return new Lloyd(X, centroids).withLabels(labels).means();
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  return new Lloyd(X, centroids).withLabels(labels).J();
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  const l = new Lloyd(X, initial);
  if (initial.length > X.length) throw new RangeError('more starts than points');
  l.run(options.maxIterations ?? 100);
  return {
    centroids: l.centroids,
    labels: l.labels,
    inertias: l.inertias,
    iterations: l.inertias.length - 1,
  };
}
