// Wrong: the loss is -ln of the probability itself, which is Infinity once the probability has underflowed.
interface Opt {
  learningRate: number;
  steps: number;
  l2?: number;
  weights?: number[];
  bias?: number;
}

export function sigmoid(z: number): number {
  const q = Math.exp(-Math.abs(z));
  return z < 0 ? q / (1 + q) : 1 / (1 + q);
}

function* forward(X: number[][], w: number[], b: number) {
  for (const x of X) {
    if (x.length !== w.length) throw new TypeError('bad width');
    let z = b;
    for (const j in w) z += w[j] * x[j];
    yield sigmoid(z);
  }
}

function labelsOk(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('no data');
  if (X.length !== y.length) throw new TypeError('label count');
  if (!y.every(l => l === 0 || l === 1)) throw new RangeError('label');
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  return [...forward(X, weights, bias)];
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  labelsOk(X, y);
  let i = 0;
  let nll = 0;
  for (const p of forward(X, weights, bias)) nll -= y[i++] === 1 ? Math.log(p) : Math.log(1 - p);
  let sq = 0;
  for (const w of weights) sq += w * w;
  return nll / i + (sq * l2) / 2;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
) {
  labelsOk(X, y);
  const out = { weights: weights.map(() => 0), bias: 0 };
  let i = 0;
  for (const p of forward(X, weights, bias)) {
    const e = p - y[i];
    X[i].forEach((v, j) => {
      out.weights[j] += (e * v) / X.length;
    });
    out.bias += e / X.length;
    i++;
  }
  weights.forEach((w, j) => {
    out.weights[j] += l2 * w;
  });
  return out;
}

export function fit(X: number[][], y: number[], o: Opt) {
  if (!(o.learningRate > 0) || o.learningRate === Infinity) throw new RangeError('rate');
  labelsOk(X, y);
  const weights = o.weights ? [...o.weights] : X[0].map(() => 0);
  let bias = o.bias ?? 0;
  const losses = [loss(X, y, weights, bias, o.l2)];
  while (losses.length < o.steps + 1) {
    const g = gradient(X, y, weights, bias, o.l2);
    g.weights.forEach((s, j) => {
      weights[j] -= s * o.learningRate;
    });
    bias -= g.bias * o.learningRate;
    losses.push(loss(X, y, weights, bias, o.l2));
  }
  return { weights, bias, losses };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  const answer: number[] = [];
  for (const p of forward(X, weights, bias)) answer.push(p >= threshold ? 1 : 0);
  return answer;
}
