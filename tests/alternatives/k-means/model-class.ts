// A class that holds the state of a run; the exported functions are a thin shell around it.
class Clustering {
  readonly points: readonly (readonly number[])[];
  centroids: number[][];
  labels: number[] = [];
  readonly inertias: number[] = [];

  constructor(points: number[][], centroids: number[][]) {
    if (centroids.length === 0) throw new RangeError('Clustering: K must be at least 1');
    const [{ length: d }] = centroids;
    const odd = points.concat(centroids).find(row => row.length !== d);
    if (odd) throw new TypeError(`Clustering: expected ${d} columns, got ${odd.length}`);
    this.points = points;
    this.centroids = centroids.map(row => Array.from(row));
  }

  withLabels(labels: number[]): this {
    if (labels.length !== this.points.length) throw new TypeError('Clustering: label count');
    const K = this.centroids.length;
    if (labels.some(label => label < 0 || label >= K)) throw new RangeError('Clustering: label');
    this.labels = labels.slice();
    return this;
  }

  assign(): boolean {
    const before = this.labels;
    this.labels = this.points.map(x => {
      // Sorts the candidates by distance, then by index.
      const ranked = this.centroids
        .map((c, k) => ({ k, distance: x.reduce((sum, xj, j) => sum + (xj - c[j]) ** 2, 0) }))
        .sort((a, b) => a.distance - b.distance || a.k - b.k);
      return ranked[0].k;
    });
    this.inertias.push(this.inertia());
    return this.labels.some((label, i) => label !== before[i]);
  }

  update(): void {
    const groups = new Map<number, (readonly number[])[]>();
    this.labels.forEach((label, i) => {
      groups.set(label, [...(groups.get(label) ?? []), this.points[i]]);
    });
    for (const [k, group] of groups) {
      this.centroids[k] = this.centroids[k].map((_, j) =>
        group.map(x => x[j] / group.length).reduce((a, b) => a + b),
      );
    }
  }

  inertia(): number {
    return this.points
      .flatMap((x, i) => x.map((xj, j) => (xj - this.centroids[this.labels[i]][j]) ** 2))
      .reduce((a, b) => a + b, 0);
  }
}

export function assign(X: number[][], centroids: number[][]): number[] {
  const model = new Clustering(X, centroids);
  model.assign();
  return model.labels;
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  const model = new Clustering(X, centroids).withLabels(labels);
  model.update();
  return model.centroids;
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  return new Clustering(X, centroids).withLabels(labels).inertia();
}

export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  if (initial.length > X.length) throw new RangeError('kMeans: not enough points');
  const model = new Clustering(X, initial);
  model.assign();
  let left = options?.maxIterations ?? 100;
  let iterations = 0;
  while (left > 0) {
    model.update();
    const changed = model.assign();
    iterations += 1;
    left = changed ? left - 1 : 0;
  }
  const { centroids, labels, inertias } = model;
  return { centroids, labels, inertias, iterations };
}
