// Written by a physicist: the sigmoid is half of one plus tanh, and the loss is |z|/2 + ln(2 cosh(z/2)) in disguise.
export function sigmoid(z: number): number {
  return 0.5 + 0.5 * Math.tanh(z / 2);
}

function lnTwoCosh(h: number): number {
  const a = Math.abs(h);
  return a + Math.log1p(Math.exp(-2 * a));
}

function assertRectangle(X: number[][], d: number) {
  for (const x of X) if (x.length !== d) throw new TypeError('X and weights do not fit together');
}

function assertTargets(X: number[][], y: number[]) {
  if (X.length === 0) throw new RangeError('X is empty');
  if (X.length !== y.length) throw new TypeError('X and y do not fit together');
  for (const t of y)
    if (t * (t - 1) !== 0) throw new RangeError('y holds something else than 0 and 1');
}

function field(x: number[], w: number[], b: number) {
  let h = 0;
  let j = 0;
  while (j < x.length) {
    h += x[j] * w[j];
    j++;
  }
  return h + b;
}

export function predictProba(X: number[][], weights: number[], bias: number): number[] {
  assertRectangle(X, weights.length);
  const ps = new Array<number>(X.length);
  X.forEach((x, i) => {
    ps[i] = sigmoid(field(x, weights, bias));
  });
  return ps;
}

export function loss(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): number {
  assertTargets(X, y);
  assertRectangle(X, weights.length);
  let energy = 0;
  for (const i of X.keys()) {
    const h = field(X[i], weights, bias) / 2;
    const spin = 2 * y[i] - 1;
    const cost = lnTwoCosh(h) - spin * h;
    energy += (cost - energy) / (i + 1); // running mean
  }
  return energy + 0.5 * l2 * weights.map(w => w * w).reduce((a, b) => a + b, 0);
}

export function gradient(
  X: number[][],
  y: number[],
  weights: number[],
  bias: number,
  l2: number = 0,
): { weights: number[]; bias: number } {
  assertTargets(X, y);
  assertRectangle(X, weights.length);
  const force = weights.map(w => l2 * w);
  let torque = 0;
  X.forEach((x, i) => {
    const spin = 2 * y[i] - 1;
    const e = (Math.tanh(field(x, weights, bias) / 2) - spin) / (2 * X.length);
    torque += e;
    x.forEach((v, j) => {
      force[j] += e * v;
    });
  });
  return { weights: force, bias: torque };
}

export function fit(
  X: number[][],
  y: number[],
  options: { learningRate: number; steps: number; l2?: number; weights?: number[]; bias?: number },
): { weights: number[]; bias: number; losses: number[] } {
  const dt = options.learningRate;
  if (!Number.isFinite(dt) || !(dt > 0)) throw new RangeError('the time step must be positive');
  assertTargets(X, y);
  const l2 = options.l2 || 0;
  let b = options.bias || 0;
  let w = options.weights ? options.weights.concat() : Array.from({ length: X[0].length }, () => 0);
  const energies = [loss(X, y, w, b, l2)];
  for (let t = 1; t <= options.steps; t++) {
    const { weights: f, bias: q } = gradient(X, y, w, b, l2);
    w = w.map((v, j) => v - dt * f[j]);
    b = b - dt * q;
    energies[t] = loss(X, y, w, b, l2);
  }
  return { weights: w, bias: b, losses: energies };
}

export function predict(
  X: number[][],
  weights: number[],
  bias: number,
  threshold: number = 0.5,
): number[] {
  const out: number[] = [];
  for (const p of predictProba(X, weights, bias)) out.push(p >= threshold ? 1 : 0);
  return out;
}
