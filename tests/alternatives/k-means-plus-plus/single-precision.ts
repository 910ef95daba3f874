// All in single precision, weights and sums included.
const f = Math.fround;

export function nearestSquared(X: number[][], centroids: number[][]): Float32Array {
  if (centroids.length === 0) throw new RangeError('no centroids');
  const d = centroids[0].length;
  if ([...X, ...centroids].some(row => row.length !== d)) throw new TypeError('row lengths');
  return Float32Array.from(X, x => {
    let least = Infinity;
    centroids.forEach(c => {
      let sum = 0;
      for (let j = 0; j < d; j++) {
        const diff = f(f(x[j]) - f(c[j]));
        sum = f(sum + f(diff * diff));
      }
      if (sum < least) least = sum;
    });
    return least;
  });
}

export function pickWeighted(weights: ArrayLike<number>, u: number): number {
  const list = Float32Array.from(weights);
  if (list.length === 0 || u < 0 || u >= 1) throw new RangeError('weights or u');
  if (list.some(w => w < 0)) throw new RangeError('negative weight');
  const total = list.reduce((s, w) => f(s + w), 0);
  if (total === 0) return Math.floor(u * list.length);
  const place = f(f(u) * total);
  let sum = 0;
  for (let i = 0; i < list.length; i++) {
    sum = f(sum + list[i]);
    if (sum > place) return i;
  }
  return list.findLastIndex(w => w > 0);
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): Float32Array[] {
  if (!(K >= 1 && K <= X.length)) throw new RangeError('K');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('row lengths');
  const rows = X.map(row => Float32Array.from(row));
  const chosen = [rows[Math.floor(random() * rows.length)]];
  for (let k = 1; k < K; k++) {
    const weights = nearestSquared(
      X,
      chosen.map(row => Array.from(row)),
    );
    chosen.push(rows[pickWeighted(weights, random())]);
  }
  return chosen.map(row => row.slice());
}
