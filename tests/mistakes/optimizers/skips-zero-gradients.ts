// A coordinate without a gradient is left alone altogether, memories included.
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

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  const known = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'];
  if (!known.includes(kind)) throw new RangeError('kind');
  const beta1 = hyper.beta1 ?? 0.9;
  const beta2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const epsilon = hyper.epsilon ?? 1e-8;
  const weightDecay = hyper.weightDecay ?? 0.01;
  const lr = hyper.learningRate;
  if (!(lr > 0) || !Number.isFinite(lr)) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1)) throw new RangeError('beta1');
  if (!(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta2');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  if (![gradient, state.m, state.v].every(list => list.length === parameters.length))
    throw new TypeError('length');
  const next = {
    parameters: [...parameters],
    state: { t: state.t + 1, m: [...state.m], v: [...state.v] },
  };
  const { m, v, t } = next.state;
  for (let j = 0; j < parameters.length; j++) {
    const g = gradient[j];
    if (g === 0) continue;
    let u = g;
    if (kind === 'momentum') u = m[j] = beta1 * m[j] + g;
    if (kind === 'nesterov') {
      m[j] = beta1 * m[j] + g;
      u = g + beta1 * m[j];
    }
    if (kind === 'rmsprop' || kind === 'adam' || kind === 'adamw')
      v[j] = beta2 * v[j] + (1 - beta2) * g * g;
    if (kind === 'rmsprop') u = g / (Math.sqrt(v[j]) + epsilon);
    if (kind === 'adam' || kind === 'adamw') {
      m[j] = beta1 * m[j] + (1 - beta1) * g;
      u = m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
      if (kind === 'adamw') u += weightDecay * parameters[j];
    }
    next.parameters[j] -= lr * u;
  }
  return next;
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
