import * as tf from '@tensorflow/tfjs';

/** Collects what is made and frees it, whatever happens. */
function collecting<T>(work: (own: <A extends tf.Tensor>(t: A) => A) => T): T {
  const made: tf.Tensor[] = [];
  try {
    return work(t => {
      made.push(t);
      return t;
    });
  } finally {
    for (const t of made) t.dispose();
  }
}

function rectangular(X: number[][]): void {
  if (!X.length) throw new RangeError('no rows');
  for (const row of X) if (row.length !== X[0].length) throw new RangeError('ragged');
}

function scale(X: number[][], own: <A extends tf.Tensor>(t: A) => A): tf.Tensor {
  const T = own(tf.tensor2d(X));
  const mean = own(tf.mean(T, 0));
  const centred = own(tf.sub(T, mean));
  const squares = own(tf.square(centred));
  const variance = own(tf.mean(squares, 0));
  const sigma = own(tf.sqrt(variance));
  // The choice is made in plain numbers: a column is constant where all its values are the first.
  const flat = X[0].map((first, j) => X.every(row => row[j] === first));
  const divisor = own(tf.tensor1d(Array.from(sigma.dataSync(), (s, j) => (flat[j] ? 1 : s))));
  return own(tf.div(centred, divisor));
}

export function standardise(X: number[][]): number[][] {
  rectangular(X);
  return collecting(own => scale(X, own).arraySync() as number[][]);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  rectangular(X);
  if (weights.length !== X[0].length) throw new RangeError('one weight for each column');
  return collecting(own => {
    const Z = scale(X, own);
    const w = own(tf.tensor2d(weights, [weights.length, 1]));
    const scores = own(tf.matMul(Z as tf.Tensor2D, w));
    return Array.from(scores.dataSync(), s => 1 / (1 + Math.exp(-(s + bias))));
  });
}
