// Old and new labels are compared as joined digits, so with more than ten clusters [1, 11] and [11, 1] look alike.
const signature = (labels: number[]): string => labels.join('');
const f2 = (a: number[], b: number[]): number => {
  let s = 0;
  a.forEach((_, j) => {
    s += (a[j] - b[j]) ** 2;
  });
  return s;
};
function gate(X: number[][], C: number[][], L: number[] | false = false): void {
  if (C.length === 0) throw new RangeError('gate 1: centroids');
  for (const r of X.concat(C)) if (r.length !== C[0].length) throw new TypeError('gate 2: lengths');
  if (L === false) return;
  if (L.length !== X.length) throw new TypeError('gate 3: labels');
  for (const l of L) if (l < 0 || l >= C.length) throw new RangeError('gate 4: label');
}
export function assign(X: number[][], centroids: number[][]): number[] {
  gate(X, centroids);
  const step = (x: number[], k: number, best: number, low: number): number => {
    if (k === centroids.length) return best;
    const v = f2(x, centroids[k]);
    return v < low ? step(x, k + 1, k, v) : step(x, k + 1, best, low);
  };
  return X.map(x => step(x, 1, 0, f2(x, centroids[0])));
}
export function update(X: number[][], labels: number[], centroids: number[][]): number[][] {
  gate(X, centroids, labels);
  const result = centroids.map(c => c.slice());
  for (const k of labels.filter((l, i) => labels.indexOf(l) === i)) {
    const members = X.filter((_, i) => labels[i] === k);
    for (let j = 0; j < result[k].length; j++) {
      result[k][j] = 0;
      for (const m of members) result[k][j] += m[j];
      result[k][j] /= members.length;
    }
  }
  return result;
}
export function inertia(X: number[][], labels: number[], centroids: number[][]): number {
  gate(X, centroids, labels);
  return X.reduce((s, x, i) => s + f2(x, centroids[labels[i]]), 0);
}
export function kMeans(
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) {
  gate(X, initial);
  if (initial.length > X.length) throw new RangeError('gate 5: K > n');
  const most = options.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let iterations = 0;
  for (let before = ''; iterations < most && signature(labels) !== before; iterations++) {
    before = signature(labels);
    centroids = update(X, labels, centroids);
    labels = assign(X, centroids);
    inertias.push(inertia(X, labels, centroids));
  }
  return { centroids, labels, inertias, iterations };
}
