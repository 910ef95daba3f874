// Each pick is a race of exponential clocks (n random numbers per pick, the earliest clock wins), without pickWeighted.
function widthOf(rows: number[][], expected = -1): number {
  let width = expected;
  rows.forEach((row, i) => {
    if (width < 0) width = row.length;
    if (row.length !== width)
      throw new TypeError(`row ${i} has ${row.length} coordinates, not ${width}`);
  });
  return width;
}

export function nearestSquared(X: number[][], centroids: number[][]): number[] {
  if (!centroids.length) throw new RangeError('no centroids');
  const width = widthOf(X, widthOf(centroids));
  return X.map(point => {
    let best = Number.POSITIVE_INFINITY;
    search: for (const centroid of centroids) {
      let s = 0;
      for (let j = 0; j < width; j++) {
        s += (point[j] - centroid[j]) ** 2;
        if (s >= best) continue search; // already farther than the best
      }
      best = s;
    }
    return best;
  });
}

export function pickWeighted(weights: number[], u: number): number {
  if (!weights.length) throw new RangeError('no weights');
  if (u < 0 || u >= 1) throw new RangeError(`u = ${u}`);
  let total = 0;
  weights.forEach(w => {
    if (w < 0) throw new RangeError(`weight ${w}`);
    total += w;
  });
  if (total === 0) return Math.floor(u * weights.length);
  let answer = -1;
  let cum = 0;
  let i = 0;
  do {
    if (weights[i] > 0) {
      answer = i; // if the bar is never passed, the last positive one stays
      cum += weights[i];
    }
    i++;
  } while (i < weights.length && !(cum > u * total));
  return answer;
}

/** Index i wins with probability rate[i] / sum of rates; a rate of 0 never runs. */
function race(rates: number[], random: () => number): number {
  let winner = -1;
  let time = Infinity;
  for (let i = 0; i < rates.length; i++) {
    const clock = -Math.log1p(-random()) / rates[i];
    if (rates[i] > 0 && (winner < 0 || clock < time)) {
      winner = i;
      time = clock;
    }
  }
  return winner;
}

export function kMeansPlusPlus(X: number[][], K: number, random: () => number): number[][] {
  if (K < 1 || K > X.length) throw new RangeError(`K = ${K}`);
  widthOf(X);
  const ones = X.map(() => 1);
  const chosen: number[][] = [];
  for (let k = 0; k < K; k++) {
    let i = race(k === 0 ? ones : nearestSquared(X, chosen), random);
    if (i < 0)
      i = race(
        X.map(x => (chosen.every(c => c.some((v, j) => v !== x[j])) ? 1 : 0)),
        random,
      );
    if (i < 0) i = race(ones, random);
    chosen.push(X[i].concat());
  }
  return chosen;
}
