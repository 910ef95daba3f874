// Two things: the decay is not scaled by the learning rate, and it is off unless asked for.
type Options = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function initialState(d: number) {
  return { t: 0, m: Array(d).fill(0) as number[], v: Array(d).fill(0) as number[] };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: ReturnType<typeof initialState>,
  options: Options,
) {
  const defaults = {
    beta1: 0.9,
    beta2: kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon: 1e-8,
    weightDecay: 0,
  };
  const { learningRate, beta1, beta2, epsilon, weightDecay } = { ...defaults, ...options };
  if (!(learningRate > 0 && learningRate < Infinity)) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1)) throw new RangeError('beta1');
  if (!(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta2');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('epsilon or weightDecay');
  if (gradient.length !== parameters.length) throw new TypeError('gradient');
  if (state.m.length !== parameters.length) throw new TypeError('m');
  if (state.v.length !== parameters.length) throw new TypeError('v');

  const t = state.t + 1;
  let m = [...state.m];
  let v = [...state.v];
  const p = [...parameters];
  if (kind === 'sgd') {
    for (const j of p.keys()) p[j] -= learningRate * gradient[j];
  } else if (kind === 'momentum') {
    m = m.map((old, j) => beta1 * old + gradient[j]);
    for (const j of p.keys()) p[j] -= learningRate * m[j];
  } else if (kind === 'nesterov') {
    m = m.map((old, j) => beta1 * old + gradient[j]);
    for (const j of p.keys()) p[j] -= learningRate * (gradient[j] + beta1 * m[j]);
  } else if (kind === 'rmsprop') {
    v = v.map((old, j) => beta2 * old + (1 - beta2) * gradient[j] ** 2);
    for (const j of p.keys()) p[j] -= (learningRate * gradient[j]) / (Math.sqrt(v[j]) + epsilon);
  } else if (kind === 'adam' || kind === 'adamw') {
    m = m.map((old, j) => beta1 * old + (1 - beta1) * gradient[j]);
    v = v.map((old, j) => beta2 * old + (1 - beta2) * gradient[j] ** 2);
    const mHat = m.map(x => x / (1 - beta1 ** t));
    const vHat = v.map(x => x / (1 - beta2 ** t));
    for (const j of p.keys()) {
      if (kind === 'adamw') p[j] -= weightDecay * parameters[j];
      p[j] -= (learningRate * mHat[j]) / (Math.sqrt(vHat[j]) + epsilon);
    }
  } else throw new RangeError(`kind ${kind}`);
  return { parameters: p, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  options: Options,
) {
  const path = [[...start]];
  let state = initialState(start.length);
  for (let s = 0; s < steps; s++) {
    const { parameters, state: after } = optimizerStep(
      kind,
      path[s],
      gradientAt(path[s]),
      state,
      options,
    );
    path.push(parameters);
    state = after;
  }
  return path;
}
