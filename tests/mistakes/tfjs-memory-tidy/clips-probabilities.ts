import * as tf from '@tensorflow/tfjs';

function units(X: number[][]): tf.Tensor2D {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged rows');
  const T = tf.tensor2d(X);
  const centred = T.sub<tf.Tensor2D>(T.mean(0));
  const sigma = centred.square().mean(0).sqrt();
  return centred.div(tf.where(T.max(0).equal(T.min(0)), tf.onesLike(sigma), sigma));
}

export function standardise(X: number[][]): number[][] {
  return tf.tidy(() => units(X).arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return tf.tidy(() => {
    const p = units(X).dot(tf.tensor1d(weights)).add(bias).sigmoid();
    return Array.from(p.clipByValue(0.001, 0.999).dataSync());
  });
}
