import * as tf from '@tensorflow/tfjs';

function table(X: number[][]): tf.Tensor2D {
  const d = X[0]?.length ?? 0;
  if (d === 0 || X.some(row => row.length !== d)) throw new TypeError('not a table');
  return tf.tensor2d(X);
}

function toUnits(T: tf.Tensor2D): tf.Tensor2D {
  const centred = T.sub(T.mean(0));
  const sigma = centred.square().mean(0).sqrt();
  const constant = T.max(0).equal(T.min(0));
  return centred.div(sigma.where(constant.logicalNot(), tf.scalar(1))) as tf.Tensor2D;
}

export function standardise(X: number[][]): number[][] {
  return tf.tidy(() => toUnits(table(X)).arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() => {
    const Z = toUnits(table(X));
    if (weights.length !== Z.shape[1]) throw new TypeError('weights do not fit');
    const p = tf.sigmoid(tf.add(tf.dot(Z, tf.tensor1d(weights)), bias));
    return p.arraySync() as number[];
  });
}
