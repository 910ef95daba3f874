// Keeps one list of squared distances and lowers it as centroids come in; walks the weights backwards.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (!centroids.length) throw new RangeError('at least one centroid is needed');
  const result: number[] = new Array(X.length).fill(Number.POSITIVE_INFINITY);
  for (const c of centroids) lower(result, X, c);
  return result;
}

function lower(distances: number[], X: number[][], c: number[]): void {
  for (let i = 0; i < X.length; i++) {
    const x = X[i];
    if (x.length !== c.length) throw new TypeError('row lengths differ');
    let s = 0;
    for (let j = 0; j < c.length; j++) s += (x[j] - c[j]) * (x[j] - c[j]);
    if (s < distances[i]) distances[i] = s;
  }
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0 || u < 0 || u >= 1) throw new RangeError('bad weights or u');
  let total = 0;
  for (const w of weights) {
    if (w < 0) throw new RangeError('negative');
    total += w;
  }
  if (total === 0) return Math.floor(u * weights.length);
  const at = u * total;
  let running = 0;
  let heaviest = -1;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    heaviest = i;
    running += weights[i];
    if (running > at) break;
  }
  return heaviest;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged');
  const chosen: number[][] = [];
  const distances: number[] = new Array(X.length).fill(Number.POSITIVE_INFINITY);
  let next = Math.floor(random() * X.length);
  for (;;) {
    chosen.push(X[next].slice());
    if (chosen.length === K) return chosen;
    lower(distances, X, X[next]);
    // From the other end: the last index whose tail sum is greater.
    const total = distances.reduceRight((s, w) => s + w, 0);
    if (total === 0) {
      next = 0;
      continue;
    }
    const at = random() * total;
    let tail = 0;
    next = X.length;
    while (!(tail > at) && next > 0) {
      next -= 1;
      tail += distances[next];
    }
  }
}
