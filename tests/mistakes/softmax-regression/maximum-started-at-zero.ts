// Wrong: the search for the largest logit starts at 0, so logits that are all far below 0 give NaN or -Infinity.
function largest(v: number[]): number {
  let m = 0;
  for (const x of v) m = x > m ? x : m;
  return m;
}

const expsOf = (v: number[]) => v.map(x => Math.exp(x - largest(v)));
const total = (v: number[]) => v.reduce((a, b) => a + b, 0);

export function logSumExp(logits: number[]): number {
  return largest(logits) + Math.log(total(expsOf(logits)));
}

export function softmax(logits: number[]): number[] {
  const e = expsOf(logits);
  const s = total(e);
  return e.map(v => v / s);
}

function logitTable(X: number[][], W: number[][], b: number[]): number[][] {
  const columns = b.map((_, k) =>
    W.map(row => {
      if (row.length !== b.length) throw new TypeError('weights');
      return row[k];
    }),
  );
  return X.map(x => {
    if (x.length !== W.length) throw new TypeError('features');
    return columns.map((w, k) => b[k] + total(w.map((v, j) => v * x[j])));
  });
}

function trainingTable(X: number[][], y: number[], W: number[][], b: number[]): number[][] {
  if (X.length === 0) throw new RangeError('no rows');
  if (y.length !== X.length) throw new TypeError('labels');
  if (y.some(c => !Object.hasOwn(b, c))) throw new RangeError('label');
  return logitTable(X, W, b);
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  return logitTable(X, weights, bias).map(z => softmax(z));
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  const Z = trainingTable(X, y, weights, bias);
  const mean = total(Z.map((z, i) => logSumExp(z) - z[y[i]])) / Z.length;
  return mean + (l2 / 2) * total(weights.flat().map(w => w * w));
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  const D = trainingTable(X, y, weights, bias).map((z, i) => {
    const p = softmax(z);
    p[y[i]] -= 1;
    return p;
  });
  const n = D.length;
  return {
    weights: weights.map((row, j) =>
      row.map((w, k) => total(D.map((e, i) => e[k] * X[i][j])) / n + l2 * w),
    ),
    bias: bias.map((_, k) => total(D.map(e => e[k])) / n),
  };
}

export function fit(
  X: number[][],
  y: number[],
  options: { classes: number; learningRate: number; steps: number; l2?: number },
): { weights: number[][]; bias: number[]; losses: number[] } {
  const rate = options.learningRate;
  if (!(rate > 0 && Number.isFinite(rate))) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('no rows');
  let W = X[0].map(() => new Array<number>(options.classes).fill(0));
  let b = new Array<number>(options.classes).fill(0);
  const losses: number[] = [loss(X, y, W, b, options.l2)];
  for (let i = 0; i < options.steps; i += 1) {
    const g = gradient(X, y, W, b, options.l2);
    W = W.map((row, j) => row.map((w, k) => w - rate * g.weights[j][k]));
    b = b.map((v, k) => v - rate * g.bias[k]);
    losses.push(loss(X, y, W, b, options.l2));
  }
  return { weights: W, bias: b, losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  return logitTable(X, weights, bias).map(z => {
    let c = 0;
    z.forEach((v, k) => (c = v > z[c] ? k : c));
    return c;
  });
}
