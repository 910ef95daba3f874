/** Picks by rejection: a row drawn evenly is taken as often as its weight is large. */
type Row = number[];

const square = (v: number): number => v * v;

function gap(a: Row, b: Row): number {
  if (a.length !== b.length) throw new TypeError(`lengths ${a.length} and ${b.length}`);
  return a.map((v, j) => square(v - b[j])).reduce((p, q) => p + q, 0);
}

export const nearestSquared = (X: Row[], centroids: Row[]): number[] => {
  if (centroids.length === 0) throw new RangeError('nearestSquared needs centroids');
  for (const c of centroids) gap(c, centroids[0]);
  return X.map(x => Math.min(...centroids.map(c => gap(x, c))));
};

export const pickWeighted = (weights: number[], u: number): number => {
  if (!weights.length || weights.some(w => w < 0)) throw new RangeError('pickWeighted: weights');
  if (u < 0 || u >= 1) throw new RangeError('pickWeighted: u');
  const sums: number[] = [];
  weights.forEach((w, i) => {
    sums.push(w + (i > 0 ? sums[i - 1] : 0));
  });
  const total = sums[sums.length - 1];
  if (total === 0) return Math.trunc(u * weights.length);
  const found = sums.findIndex(s => s > u * total);
  return found >= 0 ? found : sums.indexOf(total);
};

export const kMeansPlusPlus = (X: Row[], K: number, random: () => number): Row[] => {
  if (K > X.length || K < 1) throw new RangeError('kMeansPlusPlus: K');
  for (const x of X) gap(x, X[0]);
  const evenly = () => Math.floor(random() * X.length);
  const taken = [evenly()];
  while (taken.length < K) {
    const w = nearestSquared(X, taken.map(i => X[i])); // biome-ignore format: one line
    const most = Math.max(...w);
    let i = evenly();
    if (most > 0) while (random() * most >= w[i]) i = evenly();
    taken.push(i);
  }
  return taken.map(i => [...X[i]]);
};
