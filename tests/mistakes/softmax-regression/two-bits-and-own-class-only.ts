// The loss is in bits, and only the class of a row is moved.
export const logSumExp = (z: number[]): number => {
  const m = Math.max(...z);
  return m + Math.log(z.reduce((s, v) => s + Math.exp(v - m), 0));
};
export const softmax = (z: number[]): number[] => {
  const l = logSumExp(z);
  return z.map(v => Math.exp(v - l));
};
const logits = (x: number[], W: number[][], b: number[]): number[] => {
  if (x.length !== W.length) throw new TypeError('features');
  return W.reduce((z, r, j) => {
    if (r.length !== b.length) throw new TypeError('classes');
    return z.map((v, k) => v + r[k] * x[j]);
  }, b);
};
const proper = (X: number[][], y: number[], K: number) => {
  if (X.length === 0) throw new RangeError('n = 0');
  if (X.length !== y.length) throw new TypeError('n');
  y.forEach(c => {
    if (!Number.isInteger(c) || c < 0 || c >= K) throw new RangeError(`${c}`);
  });
};
export const predictProba = (X: number[][], W: number[][], b: number[]) =>
  X.map(x => softmax(logits(x, W, b)));
export const predict = (X: number[][], W: number[][], b: number[]) =>
  X.map(x => logits(x, W, b)).map(z => z.indexOf(Math.max(...z)));
export const loss = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  proper(X, y, b.length);
  const bits = X.map((x, i) => {
    const z = logits(x, W, b);
    return (logSumExp(z) - z[y[i]]) / Math.log(2);
  });
  return (
    bits.reduce((s, v) => s + v, 0) / X.length + (l2 / 2) * W.flat().reduce((s, w) => s + w * w, 0)
  );
};
export const gradient = (X: number[][], y: number[], W: number[][], b: number[], l2 = 0) => {
  proper(X, y, b.length);
  const weights = W.map(r => r.map(w => l2 * w));
  const bias = b.map(() => 0);
  X.forEach((x, i) => {
    const e = (softmax(logits(x, W, b))[y[i]] - 1) / X.length;
    bias[y[i]] += e;
    x.forEach((v, j) => {
      weights[j][y[i]] += e * v;
    });
  });
  return { weights, bias };
};
export const fit = (
  X: number[][],
  y: number[],
  o: { classes: number; learningRate: number; steps: number; l2?: number },
) => {
  if (!(o.learningRate > 0 && o.learningRate < Infinity)) throw new RangeError('learningRate');
  proper(X, y, o.classes);
  const W = X[0].map(() => Array.from({ length: o.classes }, () => 0));
  const b = Array.from({ length: o.classes }, () => 0);
  const losses = [loss(X, y, W, b, o.l2)];
  for (let t = 0; t < o.steps; t++) {
    const g = gradient(X, y, W, b, o.l2);
    g.weights.forEach((r, j) => {
      r.forEach((v, k) => {
        W[j][k] -= o.learningRate * v;
      });
    });
    g.bias.forEach((v, k) => {
      b[k] -= o.learningRate * v;
    });
    losses.push(loss(X, y, W, b, o.l2));
  }
  return { weights: W, bias: b, losses };
};
