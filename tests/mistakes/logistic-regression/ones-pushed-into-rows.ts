// Wrong: fit pushes a 1 onto every row of the caller's X to carry the bias and never takes it off again.
function predictorOf(params: number[]) {
  return (row: number[]) => row.reduce((z, v, k) => z + v * params[k], 0);
}

function jAndSlope(rows: number[][], y: number[], params: number[], l2: number) {
  const n = rows.length;
  const d = params.length - 1;
  const f = predictorOf(params);
  const slope = params.map((p, k) => (k < d ? l2 * p : 0));
  let J = 0;
  rows.forEach((row, i) => {
    const z = f(row);
    J += (Math.max(z, 0) - y[i] * z + Math.log1p(Math.exp(-Math.abs(z)))) / n;
    const e = (sigmoid(z) - y[i]) / n;
    row.forEach((v, k) => {
      slope[k] += e * v;
    });
  });
  for (let k = 0; k < d; k++) J += 0.5 * l2 * params[k] ** 2;
  return { J, slope };
}

function verify(X: number[][], y: number[], d: number) {
  if (X.length === 0) throw new RangeError('rows');
  if (X.length !== y.length) throw new TypeError('labels');
  if (X.some(x => x.length !== d)) throw new TypeError('columns');
  if (y.some(t => t !== 0 && t !== 1)) throw new RangeError('labels');
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  if (X.some(x => x.length !== weights.length)) throw new TypeError('columns');
  const f = predictorOf([...weights, bias]);
  return X.map(x => sigmoid(f([...x, 1])));
}

export function loss(X: number[][], y: number[], weights: number[], bias: number, l2 = 0): number {
  verify(X, y, weights.length);
  return jAndSlope(
    X.map(x => [...x, 1]),
    y,
    [...weights, bias],
    l2,
  ).J;
}

export function gradient(X: number[][], y: number[], weights: number[], bias: number, l2 = 0) {
  verify(X, y, weights.length);
  const { slope } = jAndSlope(
    X.map(x => [...x, 1]),
    y,
    [...weights, bias],
    l2,
  );
  return { weights: slope.slice(0, -1), bias: slope[slope.length - 1] };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
) {
  const { learningRate, steps, l2 = 0, bias = 0 } = options;
  if (!(learningRate > 0) || !Number.isFinite(learningRate)) throw new RangeError('learningRate');
  if (X.length === 0) throw new RangeError('rows');
  const weights = options.weights ?? X[0].map(() => 0);
  verify(X, y, weights.length);
  for (const row of X) row.push(1);
  let params = [...weights, bias];
  let now = jAndSlope(X, y, params, l2);
  const losses = [now.J];
  for (let s = 0; s < steps; s++) {
    params = params.map((p, k) => p - learningRate * now.slope[k]);
    now = jAndSlope(X, y, params, l2);
    losses.push(now.J);
  }
  return { weights: params.slice(0, -1), bias: params[params.length - 1], losses };
}

export function predict(X: number[][], weights: number[], bias: number, threshold = 0.5): number[] {
  return predictProba(X, weights, bias).map(p => (p >= threshold ? 1 : 0));
}
