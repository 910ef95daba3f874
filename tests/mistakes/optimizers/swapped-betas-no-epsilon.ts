// Two things: the betas change places in Adam, and epsilon is a guard for zero only.
type State = { t: number; m: number[]; v: number[] };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function initialState(d: number): State {
  return { t: 0, m: new Array(d).fill(0), v: new Array(d).fill(0) };
}

const safe = (x: number, epsilon: number) => (x === 0 ? epsilon : x);

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  const { learningRate, epsilon = 1e-8, weightDecay = 0.01 } = hyper;
  const beta1 = hyper.beta1 ?? 0.9;
  const beta2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  const d = parameters.length;
  if (gradient.length !== d || state.m.length !== d || state.v.length !== d)
    throw new TypeError('length');
  const t = state.t + 1;
  const m = [...state.m];
  const v = [...state.v];
  const u: number[] = [];
  for (let j = 0; j < d; j++) {
    const g = gradient[j];
    if (kind === 'momentum' || kind === 'nesterov') m[j] = beta1 * m[j] + g;
    if (kind === 'sgd') u[j] = g;
    else if (kind === 'momentum') u[j] = m[j];
    else if (kind === 'nesterov') u[j] = g + beta1 * m[j];
    else if (kind === 'rmsprop') {
      v[j] = beta2 * v[j] + (1 - beta2) * g * g;
      u[j] = g / safe(Math.sqrt(v[j]), epsilon);
    } else if (kind === 'adam' || kind === 'adamw') {
      m[j] = beta2 * m[j] + (1 - beta2) * g;
      v[j] = beta1 * v[j] + (1 - beta1) * g * g;
      u[j] = m[j] / (1 - beta2 ** t) / safe(Math.sqrt(v[j] / (1 - beta1 ** t)), epsilon);
      if (kind === 'adamw') u[j] += weightDecay * parameters[j];
    } else throw new RangeError('kind');
  }
  return { parameters: parameters.map((p, j) => p - learningRate * u[j]), state: { t, m, v } };
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
