import * as tf from '@tensorflow/tfjs';

const inScope = <T>(act: () => T): T => {
  const engine = tf.engine();
  engine.startScope();
  try {
    return act();
  } finally {
    engine.endScope();
  }
};

function scaledColumns(X: number[][]) {
  const d = X[0].length;
  return Array.from({ length: d }, (_, j) => {
    const column = tf.tensor1d(X.map(row => row[j]));
    const { mean, variance } = tf.moments(column);
    const spread = column.max().sub(column.min()).dataSync()[0];
    return spread === 0 ? tf.zerosLike(column) : column.sub(mean).div(variance.sqrt());
  });
}

function guard(X: number[][]) {
  if (X.length < 1) throw new RangeError('standardise: nothing to do');
  if (new Set(X.map(row => row.length)).size > 1) throw new TypeError('standardise: ragged');
}

export function standardise(X: number[][]): number[][] {
  guard(X);
  return inScope(() => tf.stack(scaledColumns(X), 1).arraySync() as number[][]);
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  guard(X);
  if (X[0].length !== weights.length) throw new TypeError('predict: weights');
  return inScope(() => {
    const parts = scaledColumns(X).map((column, j) => column.mul(weights[j]));
    const score = tf.addN(parts).add(tf.scalar(bias));
    return Array.from(score.sigmoid().dataSync());
  });
}
