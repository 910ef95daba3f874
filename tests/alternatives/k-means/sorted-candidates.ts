// sorts the candidates of each point by (distance, label), and keeps running means instead of sums.
type Candidate = { label: number; far: number };

class RunningMean {
  n = 0;
  at: number[] = [];
  take(x: number[]): void {
    this.n += 1;
    if (this.n === 1) this.at = [...x];
    else this.at = this.at.map((m, j) => m + (x[j] - m) / this.n);
  }
}

function validate(X: number[][], centroids: number[][]): void {
  if (centroids.length === 0) throw new RangeError('There are no centroids.');
  for (const rows of [centroids, X]) {
    for (const row of rows) {
      if (row.length !== centroids[0].length) throw new TypeError('Rows have different lengths.');
    }
  }
}

function validateLabels(X: number[][], labels: number[], centroids: number[][]): void {
  validate(X, centroids);
  if (labels.length !== X.length) throw new TypeError('There must be as many labels as points.');
  const wrong = labels.find(l => !(l >= 0 && l < centroids.length));
  if (wrong !== undefined) throw new RangeError(`Label ${wrong} is out of range.`);
}

const euclidean = (a: number[], b: number[]): number =>
  Math.sqrt(a.reduce((s, v, j) => s + (v - b[j]) * (v - b[j]), 0));

export function assign(X: number[][], centroids: number[][]): number[] {
  validate(X, centroids);
  return X.map(x => {
    const candidates: Candidate[] = centroids.map((c, label) => ({ label, far: euclidean(x, c) }));
    candidates.sort((p, q) => p.far - q.far || p.label - q.label);
    return candidates[0].label;
  });
}

export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  validateLabels(X, labels, centroids);
  const means = centroids.map(() => new RunningMean());
  labels.forEach((l, i) => {
    means[l].take(X[i]);
  });
  return means.map((m, k) => (m.n ? m.at : [...centroids[k]]));
}

export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  validateLabels(X, labels, centroids);
  const perCluster = centroids.map(() => 0);
  labels.forEach((l, i) => {
    for (let j = 0; j < X[i].length; j++) perCluster[l] += (X[i][j] - centroids[l][j]) ** 2;
  });
  return perCluster.reduce((a, b) => a + b);
}

export function kMeans(
  X: number[][],
  initial: number[][],
  options?: { maxIterations?: number },
): { centroids: number[][]; labels: number[]; inertias: number[]; iterations: number } {
  validate(X, initial);
  if (initial.length > X.length) throw new RangeError('There are more centroids than points.');
  const { maxIterations = 100 } = options ?? {};

  let centroids: number[][] = structureCopy(initial);
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let moved = X.length;
  do {
    if (inertias.length > maxIterations) break;
    centroids = update(X, labels, centroids);
    const relabelled = assign(X, centroids);
    moved = relabelled.filter((l, i) => l !== labels[i]).length;
    labels = relabelled;
    inertias.push(inertia(X, labels, centroids));
  } while (moved > 0);
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}

function structureCopy(rows: number[][]): number[][] {
  return rows.map(row => [...row]);
}
