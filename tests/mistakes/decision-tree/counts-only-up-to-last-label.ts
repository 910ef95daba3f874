// A leaf's counts end at the highest class present in the leaf instead of having one entry for each of the K classes.
export type Criterion = 'gini' | 'entropy';
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };

/** numpy-like bincount */
function bincount(labels: number[]): number[] {
  const out: number[] = [];
  for (const c of labels) {
    while (out.length <= c) out.push(0);
    out[c] += 1;
  }
  return out;
}
const total = (v: number[]): number => v.reduce((a, b) => a + b, 0);
const take = <T>(v: T[], ids: number[]): T[] => ids.map(i => v[i]);
const where = (mask: boolean[]): number[] => mask.flatMap((m, i) => (m ? [i] : []));
const argsort = (v: number[]): number[] => v.map((_, i) => i).sort((a, b) => v[a] - v[b]);
const argmax = (v: number[]): number => v.reduce((best, x, i) => (x > v[best] ? i : best), 0);

export function impurity(counts: number[], criterion: Criterion): number {
  const n = total(counts);
  if (n === 0) return 0;
  const p = counts.map(c => c / n);
  if (criterion === 'gini') return 1 - total(p.map(x => x ** 2));
  return total(p.map(x => (x ? x * Math.log2(1 / x) : 0)));
}

function rectangular(X: number[][]): void {
  if (where(X.map(r => r.length !== X[0].length)).length)
    throw new TypeError('X is not rectangular');
}

function sanity(X: number[][], y: number[], K: number): void {
  rectangular(X);
  if (X.length !== y.length) throw new TypeError('len(X) != len(y)');
  if (y.length === 0) throw new RangeError('len(X) == 0');
  if (where(y.map(c => !(c >= 0 && c < K && c === Math.trunc(c)))).length)
    throw new RangeError('y out of range');
}

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; criterion?: Criterion },
) {
  const { classes, criterion = 'gini' } = options;
  sanity(X, y, classes);
  const n = y.length;
  const I = impurity(bincount(y), criterion);
  let feature = -1;
  let threshold = 0;
  let gain = -Infinity;
  for (let f = 0; f < X[0].length; f++) {
    const col = X.map(r => r[f]);
    const order = argsort(col);
    const v = take(col, order);
    const c = take(y, order);
    for (let m = 1; m < n; m++) {
      if (v[m] === v[m - 1]) continue;
      const wl = (m / n) * impurity(bincount(c.slice(0, m)), criterion);
      const wr = ((n - m) / n) * impurity(bincount(c.slice(m)), criterion);
      if (I - wl - wr > gain) [feature, threshold, gain] = [f, (v[m - 1] + v[m]) / 2, I - wl - wr];
    }
  }
  return feature === -1 ? null : { feature, threshold, gain };
}

export function buildTree(
  X: number[][],
  y: number[],
  options: { classes: number; maxDepth: number; minSamplesSplit?: number; criterion?: Criterion },
): Tree {
  const { maxDepth, minSamplesSplit = 2 } = options;
  sanity(X, y, options.classes);
  const fit = (Xs: number[][], ys: number[], depth: number): Tree => {
    const counts = bincount(ys);
    const pure = counts.filter(c => c > 0).length < 2;
    const best =
      pure || depth >= maxDepth || ys.length < minSamplesSplit ? null : bestSplit(Xs, ys, options);
    if (best === null) return { kind: 'leaf', counts, prediction: argmax(counts) };
    const l = where(Xs.map(r => r[best.feature] <= best.threshold));
    const r = where(Xs.map(row => row[best.feature] > best.threshold));
    const left = fit(take(Xs, l), take(ys, l), depth + 1);
    const right = fit(take(Xs, r), take(ys, r), depth + 1);
    return { kind: 'split', ...best, left, right };
  };
  return fit(X, y, 0);
}

export function predict(tree: Tree, X: number[][]): number[] {
  rectangular(X);
  if (tree.kind === 'leaf') return X.map(() => tree.prediction);
  const out: number[] = X.map(() => -1);
  const mask = X.map(r => r[tree.feature] <= tree.threshold);
  for (const [child, ids] of [
    [tree.left, where(mask)],
    [tree.right, where(mask.map(m => !m))],
  ] as [Tree, number[]][]) {
    predict(child, take(X, ids)).forEach((p, i) => {
      out[ids[i]] = p;
    });
  }
  return out;
}
