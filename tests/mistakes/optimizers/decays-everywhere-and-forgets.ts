// Two things: every kind decays the weights, and minimize starts each step from a fresh state.
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
  const {
    learningRate,
    beta1 = 0.9,
    beta2 = kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon = 1e-8,
    weightDecay = 0.01,
  } = hyper;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  if (gradient.length !== parameters.length) throw new TypeError('gradient');
  if (state.m.length !== parameters.length || state.v.length !== parameters.length)
    throw new TypeError('state');
  const t = state.t + 1;
  const m = [...state.m];
  const v = [...state.v];
  const u = gradient.map((g, j) => {
    switch (kind) {
      case 'sgd':
        return g;
      case 'momentum':
        m[j] = beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + g;
        return g + beta1 * m[j];
      case 'rmsprop':
        v[j] = beta2 * v[j] + (1 - beta2) * g * g;
        return g / (Math.sqrt(v[j]) + epsilon);
      case 'adam':
      case 'adamw':
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g * g;
        return m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
      default:
        throw new RangeError('kind');
    }
  });
  const shrink = 1 - learningRate * weightDecay;
  return {
    parameters: parameters.map((p, j) => shrink * p - learningRate * u[j]),
    state: { t, m, v },
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
  for (let i = 0; i < steps; i++) {
    const fresh = initialState(start.length);
    path.push(optimizerStep(kind, path[i], gradientAt(path[i]), fresh, hyper).parameters);
  }
  return path;
}
