// Float64Array throughout. The bias corrections are folded into the step size, and epsilon with them.
type List = ArrayLike<number>;

export function initialState(d: number) {
  return { t: 0, m: new Float64Array(d), v: new Float64Array(d) };
}

export function optimizerStep(
  kind: string,
  parameters: List,
  gradient: List,
  state: { t: number; m: List; v: List },
  hyper: { [option: string]: number | undefined },
) {
  const order = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].indexOf(kind);
  if (order < 0) throw new RangeError('kind');
  const d = parameters.length;
  if (gradient.length !== d || state.m.length !== d || state.v.length !== d) {
    throw new TypeError('length');
  }
  const rate = hyper.learningRate ?? Number.NaN;
  if (!(rate > 0) || rate === Infinity) throw new RangeError('learningRate');
  const hasMomentum = order === 1 || order === 2 || order >= 4;
  const hasSquares = order >= 3;
  const { beta1 = 0.9, beta2 = order === 3 ? 0.9 : 0.999 } = hyper;
  const { epsilon = 1e-8, weightDecay = 0.01 } = hyper;
  if (hasMomentum && !(beta1 >= 0 && beta1 < 1)) throw new RangeError('beta1');
  if (hasSquares && !(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta2');
  if (hasSquares && epsilon < 0) throw new RangeError('epsilon');
  if (order === 5 && weightDecay < 0) throw new RangeError('weightDecay');

  const t = state.t + 1;
  const m = Float64Array.from(state.m);
  const v = Float64Array.from(state.v);
  const next = Float64Array.from(parameters);
  const fresh = order >= 4 ? 1 - beta1 : 1;
  if (hasMomentum) for (let j = 0; j < d; j++) m[j] = beta1 * m[j] + fresh * gradient[j];
  if (hasSquares) {
    for (let j = 0; j < d; j++) v[j] = beta2 * v[j] + (1 - beta2) * gradient[j] ** 2;
  }
  const root2 = order >= 4 ? Math.sqrt(1 - beta2 ** t) : 1;
  const size = order >= 4 ? (rate * root2) / (1 - beta1 ** t) : rate;
  for (let j = 0; j < d; j++) {
    if (order === 5) next[j] *= 1 - rate * weightDecay; // before the step, so it sees the old value
    let upper = gradient[j];
    if (order === 1 || order >= 4) upper = m[j];
    if (order === 2) upper += beta1 * m[j];
    const lower = hasSquares ? Math.sqrt(v[j]) + epsilon * root2 : 1;
    next[j] -= (size * upper) / lower;
  }
  return { parameters: next, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (parameters: Float64Array) => List,
  start: List,
  steps: number,
  hyper: { [option: string]: number | undefined },
) {
  const path = [Float64Array.from(start)];
  let state = initialState(start.length);
  for (let i = 1; i <= steps; i++) {
    const here = path[i - 1];
    const step = optimizerStep(kind, here, gradientAt(here), state, hyper);
    state = step.state;
    path[i] = step.parameters;
  }
  return path;
}
