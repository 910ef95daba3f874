// Wrong twice: the probability in the loss is clipped at 1e-12 (27.6 at most), and labels are never looked at.
export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

const same = (a: number, b: number, what: string) => {
  if (a !== b) throw new TypeError(`${what}: ${a} against ${b}`);
};

const some = (X: number[][]) => {
  if (!X.length) throw new RangeError('no rows');
};

export const predictProba = (X: number[][], weights: number[], bias: number): number[] => {
  const out: number[] = [];
  for (const x of X) {
    same(x.length, weights.length, 'width');
    let z = bias;
    for (let j = 0; j < x.length; j++) z += weights[j] * x[j];
    out.push(sigmoid(z));
  }
  return out;
};

export const loss = (
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2 = 0,
): number => {
  some(X);
  same(y.length, X.length, 'labels');
  const eps = 1e-12;
  let J = 0;
  predictProba(X, weights, bias).forEach((q, i) => {
    const p = q < eps ? eps : q > 1 - eps ? 1 - eps : q;
    J -= (y[i] * Math.log(p) + (1 - y[i]) * Math.log(1 - p)) / X.length;
  });
  weights.forEach(w => {
    J += (l2 * w * w) / 2;
  });
  return J;
};

export const gradient = (X: number[][], y: number[], weights: number[], bias: number, l2 = 0) => {
  some(X);
  same(y.length, X.length, 'labels');
  const dz = predictProba(X, weights, bias).map((p, i) => (p - y[i]) / X.length);
  const dw = weights.map(w => l2 * w);
  dz.forEach((e, i) => {
    X[i].forEach((v, j) => {
      dw[j] += e * v;
    });
  });
  return { weights: dw, bias: dz.reduce((s, e) => s + e, 0) };
};

export const fit = (
  X: number[][],
  y: number[],
  opt: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) => {
  if (!(opt.learningRate > 0) || opt.learningRate === Infinity)
    throw new RangeError('learningRate');
  some(X);
  const weights = Array.from(opt.weights ?? X[0].map(() => 0));
  const state = {
    weights,
    bias: opt.bias ?? 0,
    losses: [loss(X, y, weights, opt.bias ?? 0, opt.l2)],
  };
  for (let s = 0; s < opt.steps; s++) {
    const d = gradient(X, y, state.weights, state.bias, opt.l2);
    state.weights = state.weights.map((w, j) => w - opt.learningRate * d.weights[j]);
    state.bias -= opt.learningRate * d.bias;
    state.losses.push(loss(X, y, state.weights, state.bias, opt.l2));
  }
  return state;
};

export const predict = (X: number[][], weights: number[], bias: number, threshold = 0.5) =>
  predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
