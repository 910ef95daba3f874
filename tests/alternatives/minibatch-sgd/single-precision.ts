const f = Math.fround;

function assertSize(size: number) {
  if (!Number.isInteger(size) || size <= 0) throw new RangeError('size');
}

export function batches(order: number[], batchSize: number) {
  assertSize(batchSize);
  const out: number[][] = [];
  let rest = order;
  while (rest.length > 0) {
    out.push(rest.slice(0, batchSize));
    rest = rest.slice(batchSize);
  }
  return out;
}

function error(row: number[], target: number, w: ArrayLike<number>, b: number) {
  let z = f(b);
  for (let j = 0; j < row.length; j++) z = f(z + f(f(row[j]) * f(w[j])));
  return f(z - f(target));
}

export function gradient(
  X: number[][],
  y: number[],
  batch: number[],
  weights: ArrayLike<number>,
  bias: number,
) {
  if (batch.length === 0) throw new RangeError('batch');
  if (X.length !== y.length) throw new TypeError('y');
  const sums = new Float32Array(weights.length);
  let sum = 0;
  for (const i of batch) {
    const row = X.at(i);
    if (i < 0 || row === undefined) throw new RangeError('i');
    if (row.length !== weights.length) throw new TypeError('d');
    const e = error(row, y[i], weights, bias);
    for (let j = 0; j < row.length; j++) sums[j] += f(e * f(row[j]));
    sum = f(sum + e);
  }
  const share = f(2 / batch.length);
  return { weights: sums.map(s => f(share * s)), bias: f(share * sum) };
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
  assertSize(o.batchSize);
  if (!(o.learningRate > 0 && Number.isFinite(o.learningRate))) throw new RangeError('rate');
  if (X.length === 0) throw new RangeError('n');
  if (X.length !== y.length) throw new TypeError('y');
  const w = Float32Array.from(o.weights ?? new Array(X[0].length).fill(0));
  let b = f(o.bias ?? 0);
  if (X.some(row => row.length !== w.length)) throw new TypeError('d');
  if (o.order.some(list => new Set(list.filter(i => i >= 0 && i < y.length)).size !== y.length))
    throw new RangeError('order');
  if (o.order.some(list => list.length > y.length)) throw new RangeError('order');
  const epochLosses = new Float32Array(o.order.length);
  for (const [epoch, list] of o.order.entries()) {
    for (const batch of batches(list, o.batchSize)) {
      const g = gradient(X, y, batch, w, b);
      g.weights.forEach((s, j) => {
        w[j] -= f(f(o.learningRate) * s);
      });
      b = f(b - f(f(o.learningRate) * g.bias));
    }
    let total = 0;
    for (let i = 0; i < X.length; i++) {
      const e = error(X[i], y[i], w, b);
      total = f(total + f(e * e));
    }
    epochLosses[epoch] = f(total / X.length);
  }
  return { weights: w, bias: b, epochLosses };
}
