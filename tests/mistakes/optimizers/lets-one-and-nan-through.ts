// The guards are there, with > where >= belongs, and NaN slips through them.
type State = { t: number; m: number[]; v: number[] };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};
const KINDS = new Set(['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw']);

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
  const { learningRate, beta1 = 0.9, beta2 = kind === 'rmsprop' ? 0.9 : 0.999 } = hyper;
  const { epsilon = 1e-8, weightDecay = 0.01 } = hyper;
  if (!KINDS.has(kind)) throw new RangeError(`kind ${kind}`);
  if (learningRate <= 0 || learningRate === Infinity)
    throw new RangeError(`learningRate ${learningRate}`);
  if (beta1 < 0 || beta1 > 1) throw new RangeError(`beta1 ${beta1}`);
  if (beta2 < 0 || beta2 > 1) throw new RangeError(`beta2 ${beta2}`);
  if (epsilon < 0) throw new RangeError(`epsilon ${epsilon}`);
  if (weightDecay < 0) throw new RangeError(`weightDecay ${weightDecay}`);
  if (parameters.length !== gradient.length) throw new TypeError('gradient');
  if (parameters.length !== state.m.length || parameters.length !== state.v.length)
    throw new TypeError('state');

  const t = state.t + 1;
  const m = [...state.m];
  const v = [...state.v];
  const square = (j: number) => {
    v[j] = beta2 * v[j] + (1 - beta2) * gradient[j] ** 2;
  };
  const step: Record<string, (j: number) => number> = {
    sgd: j => gradient[j],
    momentum: j => {
      m[j] = beta1 * m[j] + gradient[j];
      return m[j];
    },
    nesterov: j => gradient[j] + beta1 * step.momentum(j),
    rmsprop: j => {
      square(j);
      return gradient[j] / (Math.sqrt(v[j]) + epsilon);
    },
    adam: j => {
      square(j);
      m[j] = beta1 * m[j] + (1 - beta1) * gradient[j];
      return m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
    },
    adamw: j => step.adam(j) + weightDecay * parameters[j],
  };
  return {
    parameters: parameters.map((p, j) => p - learningRate * step[kind](j)),
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
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
