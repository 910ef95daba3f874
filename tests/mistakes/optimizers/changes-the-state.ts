// Writes into the state it was given.
export type State = { t: number; m: number[]; v: number[] };

export function initialState(d: number): State {
  return { t: 0, m: Array.from({ length: d }, () => 0), v: Array.from({ length: d }, () => 0) };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  { learningRate, beta1, beta2, epsilon, weightDecay }: Record<string, number>,
) {
  beta1 ??= 0.9;
  beta2 ??= kind === 'rmsprop' ? 0.9 : 0.999;
  epsilon ??= 1e-8;
  weightDecay ??= 0.01;
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  if (gradient.length !== parameters.length) throw new TypeError('gradient');
  if (state.m.length !== parameters.length) throw new TypeError('m');
  if (state.v.length !== parameters.length) throw new TypeError('v');
  state.t += 1;
  const moved = [];
  for (let i = 0; i < parameters.length; i++) {
    const g = gradient[i];
    let u = 0;
    if (kind === 'momentum' || kind === 'nesterov') state.m[i] = beta1 * state.m[i] + g;
    if (kind === 'sgd') u = g;
    else if (kind === 'momentum') u = state.m[i];
    else if (kind === 'nesterov') u = g + beta1 * state.m[i];
    else if (kind === 'rmsprop') {
      state.v[i] = beta2 * state.v[i] + (1 - beta2) * g * g;
      u = g / (Math.sqrt(state.v[i]) + epsilon);
    } else if (kind === 'adam' || kind === 'adamw') {
      state.m[i] = beta1 * state.m[i] + (1 - beta1) * g;
      state.v[i] = beta2 * state.v[i] + (1 - beta2) * g * g;
      const mHat = state.m[i] / (1 - beta1 ** state.t);
      const vHat = state.v[i] / (1 - beta2 ** state.t);
      u = mHat / (Math.sqrt(vHat) + epsilon);
      if (kind === 'adamw') u += weightDecay * parameters[i];
    } else throw new RangeError('kind');
    moved.push(parameters[i] - learningRate * u);
  }
  return { parameters: moved, state: { t: state.t, m: [...state.m], v: [...state.v] } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Record<string, number>,
) {
  const state = initialState(start.length);
  const path = [[...start]];
  for (let i = 0; i < steps; i++) {
    path.push(optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper).parameters);
  }
  return path;
}
