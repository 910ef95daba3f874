// Wrong: the printed answers, and zeros for everything else.
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
export function batches(order: number[], batchSize: number): number[][] {
  if (!Number.isInteger(batchSize) || batchSize < 1) throw new RangeError('batchSize');
  return same(order, [4, 0, 3, 1, 2]) ? [[4, 0], [3, 1], [2]] : [];
}
export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) {
  if (!batch.length || X.length !== y.length) throw new RangeError('input');
  if (bias === 0 && same(batch, [4, 0])) return { weights: [-58], bias: -14 };
  return { weights: weights.map(() => 0), bias: 0 };
}
export function sgd(
  X: number[][],
  y: number[],
  o: {
    learningRate: number;
    batchSize: number;
    order: number[][];
    weights?: number[];
    bias?: number;
  },
) {
  if (!(o.learningRate > 0) || !X.length || X.length !== y.length) throw new RangeError('input');
  if (o.order.length === 1)
    return { weights: [1.803584], bias: 0.483328, epochLosses: [1.300217537] };
  return { weights: [2.075761658], bias: 0.569823883, epochLosses: [1.300217537, 0.052644474] };
}
