// A negative weight is noticed only up to the index that is picked, and ragged rows only by the total number of coordinates.
function flatten(rows: number[][], d: number): Float64Array {
  const flat = Float64Array.from(rows.flat());
  if (flat.length !== rows.length * d) throw new TypeError('rows must have the same length');
  return flat;
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  const k = centroids.length;
  if (k === 0) throw new RangeError('centroids must not be empty');
  const d = centroids[0].length;
  const C = flatten(centroids, d);
  const P = flatten(X, d);
  const out: number[] = [];
  for (let i = 0; i < P.length; i += d) {
    let best = Infinity;
    for (let c = 0; c < C.length; c += d) {
      let s = 0;
      for (let j = 0; j < d; j++) s += (P[i + j] - C[c + j]) ** 2;
      if (s < best) best = s;
    }
    out.push(best);
  }
  return out;
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('weights must not be empty');
  if (u < 0 || u >= 1) throw new RangeError('u must be in [0, 1)');
  const total = weights.reduce((a, b) => a + b, 0);
  if (total === 0 && weights.every(w => w === 0)) return Math.floor(u * weights.length);
  let cumulative = 0;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i];
    if (w < 0) throw new RangeError('weights must not be negative');
    cumulative += w;
    if (w > 0) last = i;
    if (cumulative > u * total) return i;
  }
  return last;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError('K must be between 1 and n');
  flatten(X, X[0].length);
  const chosen: number[][] = [X[Math.floor(random() * X.length)].slice()];
  while (chosen.length < K) {
    chosen.push(X[pickWeighted(nearestSquared(X, chosen), random())].slice());
  }
  return chosen;
}
