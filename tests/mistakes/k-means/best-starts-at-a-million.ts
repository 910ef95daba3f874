// The smallest distance starts at 1e6 instead of Infinity, so a point farther than 1000 from all centroids gets label 0.
const FAR = 1e6;
export const assign = (X: number[][], centroids: number[][]): number[] => {
  assertInput(X, centroids);
  return X.map(x => {
    let best = FAR;
    let label = 0;
    for (let k = 0; k < centroids.length; k++) {
      const here = dsq(x, centroids[k]);
      if (here < best) {
        best = here;
        label = k;
      }
    }
    return label;
  });
};
export const update = (X: number[][], labels: number[], centroids: number[][]): number[][] => {
  assertInput(X, centroids, labels);
  const clusters = new Map<number, number[][]>();
  for (let i = 0; i < X.length; i++) {
    const list = clusters.get(labels[i]);
    if (list) list.push(X[i]);
    else clusters.set(labels[i], [X[i]]);
  }
  return centroids.map((c, k) => {
    const list = clusters.get(k);
    if (!list) return c.slice();
    return c.map((_, j) => list.reduce((s, x) => s + x[j], 0) / list.length);
  });
};
export const inertia = (X: number[][], labels: number[], centroids: number[][]): number => {
  assertInput(X, centroids, labels);
  return labels.reduce((s, l, i) => s + dsq(X[i], centroids[l]), 0);
};
export const kMeans = (
  X: number[][],
  initial: number[][],
  options: { maxIterations?: number } = {},
) => {
  assertInput(X, initial);
  if (initial.length > X.length) throw new RangeError('Too many centroids for so few points');
  const rounds = options.maxIterations ?? 100;
  let centroids = initial.map(c => c.slice());
  let labels = assign(X, centroids);
  const inertias = [inertia(X, labels, centroids)];
  let round = 0;
  let stable = false;
  while (!stable && round < rounds) {
    round++;
    centroids = update(X, labels, centroids);
    const relabelled = assign(X, centroids);
    stable = labels.every((l, i) => relabelled[i] === l);
    labels = relabelled;
    inertias[round] = inertia(X, labels, centroids);
  }
  return { centroids, labels, inertias, iterations: round };
};
function dsq(a: number[], b: number[]): number {
  let s = 0;
  a.forEach((v, j) => {
    s += (v - b[j]) ** 2;
  });
  return s;
}
function assertInput(X: number[][], C: number[][], L?: number[]): void {
  if (!C.length) throw new RangeError('Give me centroids');
  const odd = [...X, ...C].find(r => r.length !== C[0].length);
  if (odd) throw new TypeError(`Odd row: ${odd}`);
  if (!L) return;
  if (L.length !== X.length) throw new TypeError('Odd labels');
  if (L.some(l => l < 0 || l >= C.length)) throw new RangeError('Odd label');
}
