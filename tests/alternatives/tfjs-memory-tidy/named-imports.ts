import { add, matMul, sigmoid, type Tensor2D, tensor2d, tidy, where } from '@tensorflow/tfjs';

const assertTable = (X: number[][]): void => {
  const width = X.at(0)?.length;
  if (width === undefined) throw new RangeError('an empty table');
  X.forEach((row, i) => {
    if (row.length !== width) throw new TypeError(`row ${i} has ${row.length} of ${width}`);
  });
};

const whiten = (T: Tensor2D): Tensor2D => {
  const low = T.min(0);
  const high = T.max(0);
  const middle = T.mean(0);
  const sigma = T.squaredDifference(middle).mean(0).sqrt();
  const varies = high.greater(low);
  return where(varies, T.sub(middle).div(sigma), T.zerosLike()) as Tensor2D;
};

export const standardise = (X: number[][]): number[][] => {
  assertTable(X);
  return tidy(() => whiten(tensor2d(X)).arraySync());
};

export const predict = (X: number[][], weights: number[], bias: number): number[] => {
  assertTable(X);
  if (weights.length !== X[0].length) throw new TypeError('weights');
  const P = tidy(() =>
    sigmoid(add(matMul(whiten(tensor2d(X)), tensor2d(weights.map(w => [w]))), bias)),
  );
  try {
    return [...P.dataSync()];
  } finally {
    P.dispose();
  }
};
