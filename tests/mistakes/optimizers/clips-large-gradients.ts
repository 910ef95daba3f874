// Clips every gradient to ±100, because exploding gradients are a thing.
type State = { t: number; m: number[]; v: number[] };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function initialState(d: number): State {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

const clip = (g: number) => Math.max(-100, Math.min(100, g));

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  if (!['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind))
    throw new RangeError(kind);
  const lr = hyper.learningRate;
  if (!(lr > 0 && lr < Infinity)) throw new RangeError('learningRate');
  const beta1 = hyper.beta1 ?? 0.9;
  const beta2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const epsilon = hyper.epsilon ?? 1e-8;
  const weightDecay = hyper.weightDecay ?? 0.01;
  if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  const sizes = [parameters, gradient, state.m, state.v].map(a => a.length);
  if (Math.min(...sizes) !== Math.max(...sizes)) throw new TypeError('length');
  const t = state.t + 1;
  const g = gradient.map(clip);
  let { m, v } = state;
  let u = g;
  if (kind === 'momentum' || kind === 'nesterov') {
    m = m.map((x, j) => beta1 * x + g[j]);
    u = kind === 'momentum' ? m : m.map((x, j) => g[j] + beta1 * x);
  } else if (kind !== 'sgd') {
    v = v.map((x, j) => beta2 * x + (1 - beta2) * g[j] * g[j]);
    if (kind !== 'rmsprop') m = m.map((x, j) => beta1 * x + (1 - beta1) * g[j]);
    const c1 = kind === 'rmsprop' ? 1 : 1 - beta1 ** t;
    const c2 = kind === 'rmsprop' ? 1 : 1 - beta2 ** t;
    u = (kind === 'rmsprop' ? g : m).map((x, j) => x / c1 / (Math.sqrt(v[j] / c2) + epsilon));
    if (kind === 'adamw') u = u.map((x, j) => x + weightDecay * parameters[j]);
  }
  return {
    parameters: parameters.map((p, j) => p - lr * u[j]),
    state: { t, m: [...m], v: [...v] },
  };
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
