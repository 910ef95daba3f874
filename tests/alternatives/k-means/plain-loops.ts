// Written by a C programmer who trusts nothing but index loops and checks everything up front.
export function assign(X: number[][], centroids: number[][]): number[] {
  checkShapes(X, centroids);
  const labels: number[] = [];
  for (let i = 0; i < X.length; i++) {
    let best = 0;
    let bestDist = squared(X[i], centroids[0]);
    for (let k = 1; k < centroids.length; k++) {
      const dist = squared(X[i], centroids[k]);
      if (dist < bestDist) {
        bestDist = dist;
        best = k;
      }
    }
    labels.push(best);
  }
  return labels;
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  checkShapes(X, centroids);
  checkLabels(X, labels, centroids);
  const d = centroids[0].length;
  const out: number[][] = [];
  for (let k = 0; k < centroids.length; k++) {
    const row: number[] = [];
    let count = 0;
    for (let j = 0; j < d; j++) row.push(0);
    for (let i = 0; i < X.length; i++) {
      if (labels[i] !== k) continue;
      count++;
      for (let j = 0; j < d; j++) row[j] += X[i][j];
    }
    for (let j = 0; j < d; j++) {
      if (count > 0) row[j] = row[j] / count;
      else row[j] = centroids[k][j];
    }
    out.push(row);
  }
  return out;
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  checkShapes(X, centroids);
  checkLabels(X, labels, centroids);
  let total = 0;
  for (let i = 0; i < X.length; i++) total += squared(X[i], centroids[labels[i]]);
  return total;
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  checkShapes(X, initial);
  if (initial.length > X.length) throw new RangeError('more centroids than points');
  const limit = options.maxIterations === undefined ? 100 : options.maxIterations;
  let centroids: number[][] = [];
  for (let k = 0; k < initial.length; k++) centroids.push(initial[k].slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  while (iterations < limit) {
    centroids = update(X, labels, centroids);
    const next = assign(X, centroids);
    iterations++;
    inertias.push(inertia(X, next, centroids));
    let changed = false;
    for (let i = 0; i < next.length; i++) if (next[i] !== labels[i]) changed = true;
    labels = next;
    if (!changed) break;
  }
  return { centroids, labels, inertias, iterations };
}

function squared(a: number[], b: number[]): number {
  let s = 0;
  for (let j = 0; j < a.length; j++) {
    const t = a[j] - b[j];
    s += t * t;
  }
  return s;
}

function checkShapes(X: number[][], centroids: number[][]): void {
  if (centroids.length === 0) throw new RangeError('no centroids');
  const d = centroids[0].length;
  for (let k = 0; k < centroids.length; k++)
    if (centroids[k].length !== d) throw new TypeError('ragged centroids');
  for (let i = 0; i < X.length; i++) if (X[i].length !== d) throw new TypeError('ragged points');
}

function checkLabels(X: number[][], labels: number[], centroids: number[][]): void {
  if (labels.length !== X.length) throw new TypeError('labels and points differ in number');
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] < 0 || labels[i] >= centroids.length) throw new RangeError('label out of range');
  }
}
