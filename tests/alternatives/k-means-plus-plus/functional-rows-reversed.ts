// Expression style with map, reduce and findIndex; the lottery runs over the rows in reverse order.
const sum = (a: readonly number[]): number => a.reduce((p, q) => p + q, 0);
const squared = (a: readonly number[], b: readonly number[]): number =>
  sum(a.map((v, j) => (v - b[j]) ** 2));
const equal = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((v, j) => v === b[j]);
const sameLength = (rows: readonly (readonly number[])[]): boolean =>
  new Set(rows.map(r => r.length)).size <= 1;
const refuse = (
  when: boolean,
  Kind: RangeErrorConstructor | TypeErrorConstructor,
  why: string,
): void => {
  if (when) throw new Kind(why);
};

export const nearestSquared = (X: number[][], centroids: number[][]): number[] => {
  refuse(centroids.length === 0, RangeError, 'At least one centroid is needed');
  refuse(!sameLength([...X, ...centroids]), TypeError, 'Rows must have one length');
  return X.map(x => centroids.map(c => squared(x, c)).reduce((p, q) => Math.min(p, q)));
};

export const pickWeighted = (weights: number[], u: number): number => {
  refuse(weights.length === 0, RangeError, 'No weights');
  refuse(
    weights.some(w => w < 0),
    RangeError,
    'Negative weight',
  );
  refuse(!(u >= 0 && u < 1), RangeError, 'u outside [0, 1)');
  if (weights.every(w => w === 0)) return Math.trunc(u * weights.length);
  const cumulative = weights.reduce<number[]>(
    (acc, w) => acc.concat((acc.length ? acc[acc.length - 1] : 0) + w),
    [],
  );
  const total = cumulative[cumulative.length - 1];
  const first = cumulative.findIndex(c => c > u * total);
  return first >= 0 ? first : weights.map(w => w > 0).lastIndexOf(true);
};

export const kMeansPlusPlus = (X: number[][], K: number, random: () => number): number[][] => {
  refuse(!(K >= 1 && K <= X.length), RangeError, 'K must be from 1 to n');
  refuse(!sameLength(X), TypeError, 'Rows must have one length');
  const reversed = [...X].reverse();
  const next = (chosen: number[][]): number[] => {
    const d2 = chosen.length ? nearestSquared(reversed, chosen) : reversed.map(() => 1);
    const lots = d2.some(v => v > 0)
      ? d2
      : reversed.map(x => (chosen.some(c => equal(x, c)) ? 0 : 1));
    return [...reversed[pickWeighted(lots, random())]];
  };
  return Array.from({ length: K }).reduce<number[][]>(chosen => [...chosen, next(chosen)], []);
};
