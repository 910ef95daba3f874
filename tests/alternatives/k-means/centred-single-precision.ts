// Written by a GPU person: coordinates are moved to their middle and then kept and summed in Float32Array, so results are good to about 1e-6.
const f = Math.fround;

class Device {
  readonly n: number;
  readonly K: number;
  readonly d: number;
  readonly mid: number[];
  readonly pts: Float32Array[];
  cen: Float32Array[];
  constructor(X: number[][], C: number[][]) {
    this.n = X.length;
    this.K = C.length;
    if (this.K === 0) throw new RangeError('Device: K is 0');
    this.d = C[0].length;
    for (const r of X) if (r.length !== this.d) throw new TypeError('Device: bad point');
    for (const r of C) if (r.length !== this.d) throw new TypeError('Device: bad centroid');
    this.mid = C[0].map((_, j) => {
      let lo = Infinity;
      let hi = -Infinity;
      for (const r of X) {
        lo = Math.min(lo, r[j]);
        hi = Math.max(hi, r[j]);
      }
      return X.length > 0 ? Math.round((lo + hi) / 2) : 0;
    });
    const upload = (r: number[]) => Float32Array.from(r, (v, j) => v - this.mid[j]);
    this.pts = X.map(upload);
    this.cen = C.map(upload);
  }
  sq(i: number, k: number): number {
    let s = 0;
    const p = this.pts[i];
    const c = this.cen[k];
    for (let j = 0; j < this.d; j++) {
      const e = f(p[j] - c[j]);
      s = f(s + f(e * e));
    }
    return s;
  }
  labels(): Uint32Array {
    const out = new Uint32Array(this.n);
    for (let i = 0; i < this.n; i++)
      for (let k = 1; k < this.K; k++) if (this.sq(i, k) < this.sq(i, out[i])) out[i] = k;
    return out;
  }
  shift(labels: ArrayLike<number>): void {
    const sums = this.cen.map(() => new Float32Array(this.d));
    const counts = new Uint32Array(this.K);
    for (let i = 0; i < this.n; i++) {
      counts[labels[i]] += 1;
      this.pts[i].forEach((v, j) => {
        sums[labels[i]][j] += v;
      });
    }
    this.cen = this.cen.map((c, k) => (counts[k] ? sums[k].map(s => s / counts[k]) : c));
  }
  cost(labels: ArrayLike<number>): number {
    let s = 0;
    for (let i = 0; i < this.n; i++) s = f(s + this.sq(i, labels[i]));
    return s;
  }
  download(untouched: number[][], hit: boolean[]): number[][] {
    return this.cen.map((c, k) =>
      hit[k] ? Array.from(c, (v, j) => v + this.mid[j]) : untouched[k].slice(),
    );
  }
}

function checked(dev: Device, labels: number[]): Device {
  if (labels.length !== dev.n) throw new TypeError('labels have another length than X');
  if (!labels.every(l => !(l < 0 || l >= dev.K))) throw new RangeError('label out of bounds');
  return dev;
}

export function assign(X: number[][], centroids: number[][]): number[] {
  return Array.from(new Device(X, centroids).labels());
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  const dev = checked(new Device(X, centroids), labels);
  dev.shift(labels);
  return dev.download(
    centroids,
    centroids.map((_, k) => labels.includes(k)),
  );
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  return checked(new Device(X, centroids), labels).cost(labels);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  const dev = new Device(X, initial);
  if (dev.K > dev.n) throw new RangeError('K exceeds n');
  const cap = options.maxIterations === undefined ? 100 : options.maxIterations;
  const hit = initial.map(() => false);
  let labels = dev.labels();
  const inertias = [dev.cost(labels)];
  let iterations = 0;
  let stable = false;
  while (!stable && iterations < cap) {
    labels.forEach(l => {
      hit[l] = true;
    });
    dev.shift(labels);
    const next = dev.labels();
    stable = next.every((l, i) => l === labels[i]);
    labels = next;
    inertias.push(Math.min(inertias[iterations], dev.cost(labels)));
    iterations += 1;
  }
  return {
    centroids: dev.download(initial, hit),
    labels: Array.from(labels),
    inertias,
    iterations,
  };
}
