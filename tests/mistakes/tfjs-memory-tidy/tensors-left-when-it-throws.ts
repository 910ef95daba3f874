// Wrong: tensors are made before the input is checked and disposed of at the end only, so a refused call leaves them behind.
import * as tf from '@tensorflow/tfjs';

function normalise(x: tf.Tensor2D, X: number[][]): tf.Tensor2D {
  return tf.tidy(() => {
    const mean = tf.mean(x, 0);
    const spread = tf.sqrt(tf.mean(tf.squaredDifference(x, mean), 0));
    const alive = X[0].map((_, j) => X.some(row => row[j] !== X[0][j]));
    const on = tf.tensor1d(alive.map(Number));
    const off = tf.tensor1d(alive.map(a => Number(!a)));
    return tf.mul(tf.div(tf.sub(x, mean), tf.add(tf.mul(spread, on), off)), on) as tf.Tensor2D;
  });
}

export function standardise(X: number[][]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  if (X.some(row => row.length !== X[0].length)) throw new TypeError('ragged rows');
  const x = tf.tensor2d(X);
  const z = normalise(x, X);
  const out = z.arraySync();
  x.dispose();
  z.dispose();
  return out;
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  if (X.length === 0) throw new RangeError('no rows');
  const w = tf.tensor1d(weights);
  const b = tf.scalar(bias);
  const z = tf.tensor2d(standardise(X));
  if (z.shape[1] !== w.shape[0]) throw new TypeError('weights do not match the columns');
  const p = tf.tidy(() => tf.sigmoid(tf.add(tf.dot(z, w), b)));
  const out = Array.from(p.dataSync());
  [w, b, z, p].forEach(t => t.dispose());
  return out;
}
