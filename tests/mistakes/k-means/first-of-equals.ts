// Looks up the label of a point by its coordinates, so that equal points share the label of the first.
const MARGIN = 1 + 1e-6;

function dist2(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let r = 0;
  for (let j = 0; j < u.length; j++) r += (u[j] - v[j]) ** 2;
  return r;
}

function widthOf(...tables: number[][][]): number {
  let width = -1;
  for (const table of tables)
    for (const row of table) {
      if (width === -1) width = row.length;
      else if (width !== row.length)
        throw new TypeError(`Row lengths disagree: ${width} and ${row.length}`);
    }
  return width;
}

function needCentroids(C: number[][]): void {
  if (C.length === 0) throw new RangeError('There are no centroids');
}

function needLabels(n: number, K: number, labels: number[]): void {
  if (n !== labels.length) throw new TypeError(`${labels.length} labels for ${n} points`);
  if (labels.some(l => l >= K || l < 0)) throw new RangeError('Unknown label');
}

function search(X: number[][], C: number[][], hint: number[] | null): number[] {
  // half[a][b]: a quarter of the squared distance between two centroids
  const quarter = C.map(a => C.map(b => dist2(a, b) / 4));
  return X.map((x, i) => {
    let a = hint === null ? 0 : hint[i];
    let da = dist2(x, C[a]);
    for (let b = 0; b < C.length; b++) {
      if (b === a || quarter[a][b] > da * MARGIN) continue;
      const db = dist2(x, C[b]);
      if (db < da || (db === da && b < a)) {
        a = b;
        da = db;
      }
    }
    return a;
  });
}

function centre(X: number[][], L: number[], C: number[][]): number[][] {
  const fresh = C.map(c => c.map(() => 0));
  const size = new Map<number, number>();
  X.forEach((x, i) => {
    const k = L[i];
    size.set(k, (size.get(k) ?? 0) + 1);
    for (const j of x.keys()) fresh[k][j] += x[j];
  });
  for (let k = 0; k < C.length; k++) {
    const m = size.get(k);
    fresh[k] = m === undefined ? [...C[k]] : fresh[k].map(s => s / m);
  }
  return fresh;
}

function energy(X: number[][], L: number[], C: number[][]): number {
  let J = 0;
  const texts = X.map(String);
  for (const x of X) J += dist2(x, C[L[texts.indexOf(String(x))]]);
  return J;
}

export function assign(X: number[][], centroids: number[][]): number[] {
  needCentroids(centroids);
  widthOf(X, centroids);
  return search(X, centroids, null);
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  needCentroids(centroids);
  widthOf(X, centroids);
  needLabels(X.length, centroids.length, labels);
  return centre(X, labels, centroids);
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  needCentroids(centroids);
  widthOf(X, centroids);
  needLabels(X.length, centroids.length, labels);
  return energy(X, labels, centroids);
}

export function kMeans(X: number[][], initial: number[][], options?: { maxIterations?: number }) {
  needCentroids(initial);
  widthOf(X, initial);
  if (initial.length > X.length) throw new RangeError('There are fewer points than centroids');
  const maxIterations = options?.maxIterations ?? 100;
  let C = initial.map(c => [...c]);
  let L = search(X, C, null);
  const J = [energy(X, L, C)];
  let rounds = 0;
  for (let same = false; !same && rounds < maxIterations; rounds++) {
    C = centre(X, L, C);
    const N = search(X, C, L);
    same = N.every((l, i) => l === L[i]);
    L = N;
    J.push(energy(X, L, C));
  }
  return { centroids: C, labels: L, inertias: J, iterations: rounds };
}
