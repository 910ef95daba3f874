// the check for more centroids than points sits in the helper shared by update, inertia and kMeans, so update and inertia refuse K > n.
class InputCheck {
  constructor(
    private X: number[][],
    private C: number[][],
  ) {}
  shape(): this {
    if (this.C.length === 0) throw new RangeError('no centroids');
    const d = this.C[0].length;
    for (const row of this.X)
      if (row.length !== d) throw new TypeError('X has a row of another length');
    for (const row of this.C)
      if (row.length !== d) throw new TypeError('centroids has a row of another length');
    return this;
  }
  enoughPoints(): this {
    if (this.C.length > this.X.length) throw new RangeError('more centroids than points');
    return this;
  }
  clustering(labels: number[]): this {
    this.shape().enoughPoints();
    if (labels.length !== this.X.length) throw new TypeError('labels has another length than X');
    for (const l of labels)
      if (l < 0 || l >= this.C.length) throw new RangeError('label outside 0 … K − 1');
    return this;
  }
}

const d2 = (p: number[], q: number[]) => p.reduce((sum, v, j) => sum + (v - q[j]) * (v - q[j]), 0);

export function assign(X: number[][], centroids: number[][]): number[] {
  new InputCheck(X, centroids).shape();
  return X.map(x =>
    centroids.reduce((best, c, k) => (d2(x, c) < d2(x, centroids[best]) ? k : best), 0),
  );
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  new InputCheck(X, centroids).clustering(labels);
  const acc = centroids.map(c => ({ sum: c.map(() => 0), n: 0 }));
  X.forEach((x, i) => {
    const a = acc[labels[i]];
    a.n++;
    a.sum = a.sum.map((s, j) => s + x[j]);
  });
  return acc.map((a, k) => (a.n ? a.sum.map(s => s / a.n) : centroids[k].slice()));
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  new InputCheck(X, centroids).clustering(labels);
  return X.map((x, i) => d2(x, centroids[labels[i]])).reduce((a, b) => a + b, 0);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options?: { maxIterations?: number },
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  new InputCheck(X, initial).shape().enoughPoints();
  const { maxIterations = 100 } = options ?? {};
  const state = {
    centroids: initial.map(c => c.slice()),
    labels: assign(X, initial),
    inertias: [] as number[],
    iterations: 0,
  };
  state.inertias.push(inertia(X, state.labels, state.centroids));
  while (state.iterations < maxIterations) {
    const old = state.labels;
    state.centroids = update(X, old, state.centroids);
    state.labels = assign(X, state.centroids);
    state.inertias.push(inertia(X, state.labels, state.centroids));
    state.iterations++;
    if (old.every((l, i) => l === state.labels[i])) break;
  }
  return state;
}
