import * as tf from '@tensorflow/tfjs';

class Scaler {
  private readonly mean: tf.Tensor;
  private readonly divisor: tf.Tensor;

  constructor(T: tf.Tensor2D) {
    [this.mean, this.divisor] = tf.tidy(() => {
      const moments = tf.moments(T, 0);
      const flat = tf.equal(T.max(0), T.min(0)).cast('float32');
      // 1 for a flat column, the deviation for any other
      const divisor = moments.variance.sqrt().mul(flat.neg().add(1)).add(flat);
      return [moments.mean, divisor];
    });
  }

  apply(T: tf.Tensor2D): tf.Tensor2D {
    return tf.tidy(() => T.sub<tf.Tensor2D>(this.mean).div<tf.Tensor2D>(this.divisor));
  }

  free(): void {
    tf.dispose([this.mean, this.divisor]);
  }
}

function withScaled<T>(X: number[][], use: (Z: tf.Tensor2D) => T): T {
  if (X.length === 0 || X.some(row => row.length !== X[0].length)) throw new TypeError('no table');
  const T = tf.tensor2d(X);
  const scaler = new Scaler(T);
  const Z = scaler.apply(T);
  try {
    return use(Z);
  } finally {
    scaler.free();
    tf.dispose([T, Z]);
  }
}

export function standardise(X: number[][]): number[][] {
  return withScaled(X, Z => Z.arraySync());
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  return withScaled(X, Z => {
    if (Z.shape[1] !== weights.length) throw new TypeError('weights of another number');
    return tf.tidy(() => Array.from(Z.dot(tf.tensor1d(weights)).add(bias).sigmoid().dataSync()));
  });
}
