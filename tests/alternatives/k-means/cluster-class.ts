// Written by a Java developer: a Cluster class gathers its members one by one, a Clustering class owns them, and the exported functions are thin.
class Point {
  readonly coords: ReadonlyArray<number>;
  constructor(coords: number[]) {
    this.coords = Object.freeze(coords.slice());
  }
  distanceSquaredTo(other: Point): number {
    let acc = 0;
    this.coords.forEach((v, j) => {
      acc += (v - other.coords[j]) ** 2;
    });
    return acc;
  }
}

class Cluster {
  centre: Point;
  private members: Point[] = [];
  constructor(centre: Point) {
    this.centre = centre;
  }
  clear(): void {
    this.members = [];
  }
  add(p: Point): void {
    this.members.push(p);
  }
  recentre(): void {
    const size = this.members.length;
    if (size === 0) return;
    const next = this.centre.coords.map((_, j) => {
      let total = 0;
      for (const m of this.members) total += m.coords[j];
      return total / size;
    });
    this.centre = new Point(next);
  }
  spread(): number {
    return this.members.reduce((t, m) => t + m.distanceSquaredTo(this.centre), 0);
  }
}

class Clustering {
  private readonly points: Point[];
  private readonly clusters: Cluster[];
  private current: number[] = [];

  constructor(X: number[][], C: number[][]) {
    if (!C.length) throw new RangeError('A clustering needs a centroid.');
    const dim = C[0].length;
    if (C.some(c => c.length !== dim)) throw new TypeError('Centroids of different dimension.');
    if (X.some(x => x.length !== dim))
      throw new TypeError('Points of another dimension than the centroids.');
    this.points = X.map(x => new Point(x));
    this.clusters = C.map(c => new Cluster(new Point(c)));
  }
  requireEnoughPoints(): this {
    if (this.points.length < this.clusters.length)
      throw new RangeError('More clusters than points.');
    return this;
  }
  adopt(labels: number[]): this {
    if (labels.length !== this.points.length) throw new TypeError('Not one label per point.');
    const bad = labels.find(l => l < 0 || l >= this.clusters.length);
    if (bad !== undefined) throw new RangeError(`No cluster ${bad}.`);
    this.clusters.forEach(c => {
      c.clear();
    });
    labels.forEach((l, i) => {
      this.clusters[l].add(this.points[i]);
    });
    this.current = [...labels];
    return this;
  }
  reassign(): boolean {
    const previous = this.current;
    this.adopt(this.points.map(p => this.nearestTo(p)));
    return (
      previous.length !== this.current.length || previous.some((l, i) => l !== this.current[i])
    );
  }
  private nearestTo(p: Point): number {
    let winner = 0;
    let shortest = Number.POSITIVE_INFINITY;
    this.clusters.forEach((c, k) => {
      const dist = p.distanceSquaredTo(c.centre);
      if (dist < shortest) {
        shortest = dist;
        winner = k;
      }
    });
    return winner;
  }
  move(): this {
    for (const c of this.clusters) c.recentre();
    return this;
  }
  get labels(): number[] {
    return this.current.slice();
  }
  get centroids(): number[][] {
    return this.clusters.map(c => c.centre.coords.slice());
  }
  get inertia(): number {
    return this.clusters.reduce((t, c) => t + c.spread(), 0);
  }
}

export function assign(X: number[][], centroids: number[][]): number[] {
  const c = new Clustering(X, centroids);
  c.reassign();
  return c.labels;
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  return new Clustering(X, centroids).adopt(labels).move().centroids;
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  return new Clustering(X, centroids).adopt(labels).inertia;
}

export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  const clustering = new Clustering(X, initial).requireEnoughPoints();
  const budget = options && options.maxIterations !== undefined ? options.maxIterations : 100;
  clustering.reassign();
  const inertias = [clustering.inertia];
  let iterations = 0;
  let changing = true;
  while (changing && iterations < budget) {
    changing = clustering.move().reassign();
    inertias.push(clustering.inertia);
    iterations += 1;
  }
  return { centroids: clustering.centroids, labels: clustering.labels, inertias, iterations };
}
