// Right numbers, but the lists that a kind does not use are passed on, not copied.
type State = { t: number; m: number[]; v: number[] };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export const initialState = (d: number): State => ({
  t: 0,
  m: Array(d).fill(0),
  v: Array(d).fill(0),
});

const decayOf = (kind: string) => (kind === 'rmsprop' ? 0.9 : 0.999);

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  if (!/^(sgd|momentum|nesterov|rmsprop|adam|adamw)$/.test(kind)) throw new RangeError(kind);
  const {
    learningRate,
    beta1 = 0.9,
    beta2 = decayOf(kind),
    epsilon = 1e-8,
    weightDecay = 0.01,
  } = hyper;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative option');
  if (gradient.length !== parameters.length) throw new TypeError('gradient');
  if (state.m.length !== parameters.length || state.v.length !== parameters.length)
    throw new TypeError('state');
  const next = { ...state, t: state.t + 1 };
  let direction = gradient;
  if (kind === 'momentum' || kind === 'nesterov') {
    next.m = state.m.map((x, j) => beta1 * x + gradient[j]);
    direction = kind === 'momentum' ? next.m : next.m.map((x, j) => gradient[j] + beta1 * x);
  } else if (kind !== 'sgd') {
    next.v = state.v.map((x, j) => beta2 * x + (1 - beta2) * gradient[j] ** 2);
    if (kind === 'rmsprop')
      direction = gradient.map((g, j) => g / (Math.sqrt(next.v[j]) + epsilon));
    else {
      next.m = state.m.map((x, j) => beta1 * x + (1 - beta1) * gradient[j]);
      const [c1, c2] = [1 - beta1 ** next.t, 1 - beta2 ** next.t];
      direction = next.m.map((x, j) => x / c1 / (Math.sqrt(next.v[j] / c2) + epsilon));
      if (kind === 'adamw') direction = direction.map((u, j) => u + weightDecay * parameters[j]);
    }
  }
  return { parameters: parameters.map((p, j) => p - learningRate * direction[j]), state: next };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
) {
  const path = [[...start]];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
