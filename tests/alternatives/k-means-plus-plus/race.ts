// Every point runs a race with an exponential time; the rate is its weight, and the first wins.
// The first centroid is the head of a shuffled deck.
export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  const d = width([...centroids, ...X]);
  if (centroids.length < 1) throw new RangeError('no centroids given');
  return Array.from(X, x => {
    let best = Number.MAX_VALUE;
    for (let k = centroids.length - 1; k >= 0; k--) {
      let sum = 0;
      for (let j = 0; j < d && sum < best; j++) sum += Math.abs(x[j] - centroids[k][j]) ** 2;
      best = sum < best ? sum : best;
    }
    return best;
  });
}

function width(rows: number[][]): number {
  const widths = new Set(rows.map(row => row.length));
  if (widths.size > 1) throw new TypeError('rows of several lengths');
  return rows.length ? rows[0].length : 0;
}

export function pickWeighted(weights: number[], u: number): number {
  const n = weights.length;
  if (n === 0) throw new RangeError('nothing to pick from');
  if (!(0 <= u) || !(u < 1)) throw new RangeError('u must lie in [0, 1)');
  if (Math.min(...weights) < 0) throw new RangeError('weights may not be negative');
  const positive = weights.flatMap((w, i) => (w > 0 ? [i] : []));
  if (positive.length === 0) return Math.floor(u * n);
  const total = weights.reduce((a, b) => a + b);
  let passed = 0;
  for (const i of positive.slice(0, -1)) {
    passed += weights[i];
    if (passed > u * total) return i;
  }
  return positive[positive.length - 1];
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (!(K >= 1 && K <= X.length)) throw new RangeError('K must be 1 … n');
  width(X);
  const deck = X.map((_, i) => i);
  for (let i = deck.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swap = deck[i];
    deck[i] = deck[j];
    deck[j] = swap;
  }
  const centroids: number[][] = [X[deck[0]].map(v => v)];
  while (centroids.length < K) {
    const times = nearestSquared(X, centroids).map(w => -Math.log(1 - random()) / w);
    let winner = deck[centroids.length];
    let earliest = Infinity;
    times.forEach((time, i) => {
      if (time < earliest) {
        earliest = time;
        winner = i;
      }
    });
    centroids.push(X[winner].map(v => v));
  }
  return centroids;
}
