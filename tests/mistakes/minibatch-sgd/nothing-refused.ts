// Wrong: no input is ever refused.
export const batches = (order: number[], batchSize: number) => {
  const out: number[][] = [];
  for (let i = 0; i < order.length; i += Math.max(1, batchSize))
    out.push(order.slice(i, i + batchSize));
  return out;
};
export const gradient = (
  X: number[][],
  y: number[],
  batch: number[],
  weights: number[],
  bias: number,
) => {
  const dw = weights.map(() => 0);
  let db = 0;
  for (const i of batch) {
    const e = (2 * (X[i].reduce((s, v, j) => s + v * weights[j], bias) - y[i])) / batch.length;
    X[i].forEach((v, j) => {
      dw[j] += e * v;
    });
    db += e;
  }
  return { weights: dw, bias: db };
};
const mse = (X: number[][], y: number[], w: number[], b: number) =>
  X.reduce((s, x, i) => s + (x.reduce((z, v, j) => z + v * w[j], b) - y[i]) ** 2, 0) / X.length;
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
  let w = [...(o.weights ?? X[0].map(() => 0))];
  let b = o.bias ?? 0;
  const epochLosses = o.order.map(p => {
    for (const q of batches(p, o.batchSize)) {
      const g = gradient(X, y, q, w, b);
      w = w.map((v, j) => v - o.learningRate * g.weights[j]);
      b -= o.learningRate * g.bias;
    }
    return mse(X, y, w, b);
  });
  return { weights: w, bias: b, epochLosses };
}
