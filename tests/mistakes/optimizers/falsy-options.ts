// Defaults with ||, so a zero is taken for nothing.
export function initialState(d: number) {
  return { t: 0, m: new Array<number>(d).fill(0), v: new Array<number>(d).fill(0) };
}

type State = ReturnType<typeof initialState>;
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  const beta1 = hyper.beta1 || 0.9;
  const beta2 = hyper.beta2 || (kind === 'rmsprop' ? 0.9 : 0.999);
  const epsilon = hyper.epsilon || 1e-8;
  const weightDecay = hyper.weightDecay || 0.01;
  const { learningRate } = hyper;
  if (!['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind))
    throw new RangeError('kind');
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  if ([hyper.beta1, hyper.beta2].some(b => b !== undefined && !(b >= 0 && b < 1)))
    throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  for (const other of [gradient, state.m, state.v]) {
    if (other.length !== parameters.length) throw new TypeError('lengths');
  }
  const t = state.t + 1;
  const m: number[] = [];
  const v: number[] = [];
  const moved: number[] = [];
  parameters.forEach((p, i) => {
    const g = gradient[i];
    m[i] = state.m[i];
    v[i] = state.v[i];
    let change = g;
    if (kind === 'momentum' || kind === 'nesterov') {
      m[i] = beta1 * m[i] + g;
      change = kind === 'nesterov' ? g + beta1 * m[i] : m[i];
    }
    if (kind === 'rmsprop') {
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
      change = g / (Math.sqrt(v[i]) + epsilon);
    }
    if (kind === 'adam' || kind === 'adamw') {
      m[i] = beta1 * m[i] + (1 - beta1) * g;
      v[i] = beta2 * v[i] + (1 - beta2) * g * g;
      change = m[i] / (1 - beta1 ** t) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
    }
    if (kind === 'adamw') change += weightDecay * p;
    moved[i] = p - learningRate * change;
  });
  return { parameters: moved, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
) {
  const path: number[][] = [];
  let parameters = [...start];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    path.push(parameters);
    ({ parameters, state } = optimizerStep(kind, parameters, gradientAt(parameters), state, hyper));
  }
  path.push(parameters);
  return path;
}
