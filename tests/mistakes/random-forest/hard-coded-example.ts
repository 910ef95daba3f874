// Wrong: the forest is always three stumps with the thresholds of the prompt's example.
export type Tree =
  | { kind: 'leaf'; counts: number[]; prediction: number }
  | { kind: 'split'; feature: number; threshold: number; gain: number; left: Tree; right: Tree };
const leaf = (counts: number[]): Tree => ({
  kind: 'leaf',
  counts,
  prediction: counts[0] >= counts[1] ? 0 : 1,
});

const stump = (
  feature: number,
  threshold: number,
  gain: number,
  l: number[],
  r: number[],
): Tree => ({
  kind: 'split',
  feature,
  threshold,
  gain,
  left: leaf(l),
  right: leaf(r),
});

export function bestSplit(
  X: number[][],
  y: number[],
  options: { classes: number; features: number[] },
): { feature: number; threshold: number; gain: number } | null {
  if (X.length === 0 || options.features.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('labels');
  return { feature: options.features[0], threshold: 3.5, gain: 0.3 };
}

export function fitForest(
  X: number[][],
  y: number[],
  options: {
    classes: number;
    maxDepth: number;
    bootstrap: number[][];
    pickFeatures: (tree: number, node: number) => number[];
  },
): Tree[] {
  if (X.length === 0 || options.bootstrap.length === 0) throw new RangeError('empty');
  if (X.length !== y.length) throw new TypeError('labels');
  return [
    stump(0, 5, 0.5, [4, 0], [0, 4]),
    stump(1, 5.5, 0.0333333, [4, 1], [1, 2]),
    stump(0, 2.5, 1 / 6, [2, 0], [2, 4]),
  ].slice(0, options.bootstrap.length);
}

export function predictForest(trees: Tree[], X: number[][], classes: number): number[] {
  if (trees.length === 0) throw new RangeError('no trees');
  return X.map((_, i) => [0, 0, 1, 0, 1, 1, 1, 1][i % 8] % classes);
}

export function oobAccuracy(
  trees: Tree[],
  X: number[][],
  y: number[],
  bootstrap: number[][],
  classes: number,
): { accuracy: number; covered: number } {
  if (trees.length === 0 || classes < 1) throw new RangeError('no trees');
  if (X.length !== y.length || bootstrap.length !== trees.length) throw new TypeError('lengths');
  return { accuracy: 0.4, covered: 5 };
}
