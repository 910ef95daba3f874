// A cluster without points falls to the origin instead of keeping its centroid.
export function assign(points: number[][], centroids: number[][]): number[] {
  shape(points, centroids);
  const labels = new Array<number>(points.length);
  for (let p = 0; p < points.length; p++) {
    let nearest = Infinity;
    labels[p] = 0;
    for (let c = 0; c < centroids.length; c++) {
      let q = 0;
      for (let a = 0; a < points[p].length; a++) q += (points[p][a] - centroids[c][a]) ** 2;
      if (q < nearest) {
        nearest = q;
        labels[p] = c;
      }
    }
  }
  return labels;
}
export function update(points: number[][], labels: number[], centroids: number[][]): number[][] {
  shape(points, centroids);
  named(points, labels, centroids);
  const fresh = centroids.map(c => c.map(() => 0));
  const sizes = centroids.map(() => 0);
  for (let p = 0; p < points.length; p++) {
    sizes[labels[p]] += 1;
    for (let a = 0; a < points[p].length; a++) fresh[labels[p]][a] += points[p][a];
  }
  return fresh.map((row, c) => row.map(v => v / Math.max(1, sizes[c])));
}
export function inertia(points: number[][], labels: number[], centroids: number[][]): number {
  shape(points, centroids);
  named(points, labels, centroids);
  let q = 0;
  for (let p = 0; p < points.length; p++) {
    for (let a = 0; a < points[p].length; a++) q += (points[p][a] - centroids[labels[p]][a]) ** 2;
  }
  return q;
}
export function kMeans(
  points: number[][],
  initial: number[][],
  options?: { maxIterations?: number },
) {
  shape(points, initial);
  if (points.length < initial.length) throw new RangeError('too few points');
  let max = 100;
  if (options && options.maxIterations !== undefined) max = options.maxIterations;
  let centroids = initial.map(c => c.slice());
  let labels = assign(points, centroids);
  const inertias = [inertia(points, labels, centroids)];
  let done = max <= 0;
  while (!done) {
    const previous = labels;
    centroids = update(points, labels, centroids);
    labels = assign(points, centroids);
    inertias.push(inertia(points, labels, centroids));
    done = inertias.length > max || previous.every((l, p) => l === labels[p]);
  }
  return { centroids, labels, inertias, iterations: inertias.length - 1 };
}
function shape(points: number[][], centroids: number[][]): void {
  if (centroids.length < 1) throw new RangeError('too few centroids');
  const bad = (r: number[]) => r.length !== centroids[0].length;
  if (points.some(bad) || centroids.some(bad)) throw new TypeError('uneven rows');
}
function named(points: number[][], labels: number[], centroids: number[][]): void {
  if (labels.length !== points.length) throw new TypeError('uneven labels');
  if (labels.some(l => l < 0 || l >= centroids.length)) throw new RangeError('unknown label');
}
