// Right: no tidy at all, each tensor goes on a stack that a finally empties, and columns are shifted by their first value before their mean is taken.
import * as tf from '@tensorflow/tfjs';

class Scope {
  private readonly stack: tf.Tensor[] = [];

  own<T extends tf.Tensor>(tensor: T): T {
    this.stack.push(tensor);
    return tensor;
  }

  close(): void {
    for (let t = this.stack.pop(); t !== undefined; t = this.stack.pop()) t.dispose();
  }
}

function refuse(X: number[][], weights?: number[]): void {
  if (!X.length) throw new Error('there must be rows');
  if (X.some(r => r.length !== X[0].length)) throw new Error('ragged');
  if (weights !== undefined && weights.length !== X[0].length) throw new Error('weights');
}

function standardised(X: number[][], scope: Scope): tf.Tensor {
  const shifted = scope.own(tf.tensor2d(X.map(row => row.map((v, j) => v - X[0][j]))));
  const flat = scope.own(tf.tensor1d(X[0].map((v, j) => (X.every(r => r[j] === v) ? 1 : 0))));
  const mean = scope.own(tf.mean(shifted, 0));
  const centred = scope.own(tf.sub(shifted, mean));
  const squares = scope.own(tf.mul(centred, centred));
  const variance = scope.own(tf.mean(squares, 0));
  const safe = scope.own(tf.add(variance, flat)); // flat columns are 0 after the shift
  const deviation = scope.own(tf.sqrt(safe));
  return scope.own(tf.div(centred, deviation));
}

export function standardise(X: number[][]): number[][] {
  refuse(X);
  const scope = new Scope();
  try {
    return standardised(X, scope).arraySync() as number[][];
  } finally {
    scope.close();
  }
}

export function predict(X: number[][], weights: number[], bias: number): number[] {
  refuse(X, weights);
  const scope = new Scope();
  try {
    const z = standardised(X, scope) as tf.Tensor2D;
    const w = scope.own(tf.tensor2d(weights.map(v => [v])));
    const product = scope.own(tf.matMul(z, w));
    const scores = scope.own(tf.add(product, bias));
    const p = scope.own(tf.sigmoid(scores));
    return Array.from(p.dataSync());
  } finally {
    scope.close();
  }
}
