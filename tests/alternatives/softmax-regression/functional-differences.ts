// Right: small functions without loops, the cost of a row being ln of the sum of exponentials of differences to the own logit, kept safe by their maximum.
type Matrix = number[][];
type Params = { weights: Matrix; bias: number[] };

const sumOf = (v: number[]): number => v.reduce((a, b) => a + b, 0);
const dot = (a: number[], b: number[]): number => sumOf(a.map((v, i) => v * b[i]));
const maximum = (v: number[]): number => v.reduce((a, b) => (b > a ? b : a));
const columns = (M: Matrix, count: number): Matrix =>
  Array.from({ length: count }, (_, k) => M.map(row => row[k]));
const zip = <A, B, C>(a: A[], b: B[], f: (x: A, y: B) => C): C[] => a.map((v, i) => f(v, b[i]));

function require_(ok: boolean, error: Error): void {
  if (!ok) throw error;
}

const validShapes = (X: Matrix, { weights, bias }: Params): void => {
  require_(
    weights.every(w => w.length === bias.length),
    new TypeError('weights [d][K]'),
  );
  require_(
    X.every(x => x.length === weights.length),
    new TypeError('X [n][d]'),
  );
};

const validTraining = (X: Matrix, y: number[], params: Params): void => {
  require_(X.length > 0, new RangeError('rows'));
  validShapes(X, params);
  require_(y.length === X.length, new TypeError('y [n]'));
  const classes = new Set(params.bias.keys());
  require_(
    y.every(c => classes.has(c)),
    new RangeError('labels'),
  );
};

const scores = (X: Matrix, { weights, bias }: Params): Matrix => {
  const byClass = columns(weights, bias.length);
  return X.map(x => bias.map((b, k) => b + dot(x, byClass[k])));
};

export function logSumExp(logits: number[]): number {
  const sorted = [...logits].sort((a, b) => a - b);
  const highest = sorted[sorted.length - 1];
  const rest = sumOf(sorted.slice(0, -1).map(z => Math.exp(z - highest)));
  return highest + Math.log1p(rest);
}

export function softmax(logits: number[]): number[] {
  const highest = maximum(logits);
  const powers = logits.map(z => Math.exp(z - highest));
  const whole = sumOf(powers);
  return powers.map(e => e / whole);
}

export function predictProba(X: number[][], weights: number[][], bias: number[]): number[][] {
  validShapes(X, { weights, bias });
  return scores(X, { weights, bias }).map(softmax);
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): number {
  validTraining(X, y, { weights, bias });
  const costs = zip(scores(X, { weights, bias }), y, (z, label) =>
    logSumExp(z.map(v => v - z[label])),
  );
  return sumOf(costs) / X.length + (l2 * sumOf(weights.map(w => dot(w, w)))) / 2;
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[][],
  bias: number[],
  l2 = 0,
): { weights: number[][]; bias: number[] } {
  validTraining(X, y, { weights, bias });
  const errors = zip(scores(X, { weights, bias }), y, (z, label) =>
    softmax(z).map((p, k) => (k === label ? p - 1 : p)),
  );
  const byClass = columns(errors, bias.length);
  const byFeature = columns(X, weights.length);
  return {
    weights: zip(byFeature, weights, (x, w) =>
      zip(byClass, w, (e, value) => dot(x, e) / X.length + l2 * value),
    ),
    bias: byClass.map(e => sumOf(e) / X.length),
  };
}

export function fit(
  X: number[][],
  y: number[],
  {
    classes,
    learningRate,
    steps,
    l2 = 0,
  }: {
    classes: number;
    learningRate: number;
    steps: number;
    l2?: number;
  },
): { weights: number[][]; bias: number[]; losses: number[] } {
  require_(X.length > 0, new RangeError('rows'));
  require_(learningRate > 0 && learningRate !== Infinity, new RangeError('learningRate'));
  const start: Params = {
    weights: X[0].map(() => Array.from({ length: classes }, () => 0)),
    bias: Array.from({ length: classes }, () => 0),
  };
  const cost = (p: Params) => loss(X, y, p.weights, p.bias, l2);
  const down = (value: number, slope: number) => value - learningRate * slope;
  const next = (p: Params): Params => {
    const g = gradient(X, y, p.weights, p.bias, l2);
    return {
      weights: zip(p.weights, g.weights, (row, slopes) => zip(row, slopes, down)),
      bias: zip(p.bias, g.bias, down),
    };
  };
  const path = Array.from({ length: steps }).reduce<{ at: Params; losses: number[] }>(
    ({ at, losses }) => {
      const to = next(at);
      return { at: to, losses: [...losses, cost(to)] };
    },
    { at: start, losses: [cost(start)] },
  );
  return { ...path.at, losses: path.losses };
}

export function predict(X: number[][], weights: number[][], bias: number[]): number[] {
  validShapes(X, { weights, bias });
  return scores(X, { weights, bias }).map(z => z.indexOf(maximum(z)));
}
