// Nesterov as it was published: the driver takes the gradient ahead of the point.
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

function validate(kind: string, lengths: number[], h: Hyper) {
  const known: Record<string, (keyof Hyper)[]> = {
    sgd: [],
    momentum: ['beta1'],
    nesterov: ['beta1'],
    rmsprop: ['beta2'],
    adam: ['beta1', 'beta2'],
    adamw: ['beta1', 'beta2'],
  };
  if (known[kind] === undefined) throw new RangeError(`unknown ${kind}`);
  if (lengths.some(length => length !== lengths[0])) throw new TypeError('lengths');
  if (!(h.learningRate > 0) || h.learningRate === Infinity) throw new RangeError('learning rate');
  for (const name of known[kind]) {
    const beta = h[name] ?? 0;
    if (!(beta >= 0 && beta < 1)) throw new RangeError(name);
  }
  if ((h.epsilon ?? 0) < 0) throw new RangeError('epsilon');
  if ((h.weightDecay ?? 0) < 0) throw new RangeError('weightDecay');
}

export function optimizerStep(kind: string, p: number[], g: number[], state: State, h: Hyper) {
  validate(kind, [p.length, g.length, state.m.length, state.v.length], h);
  const { beta1 = 0.9, beta2 = kind === 'rmsprop' ? 0.9 : 0.999, epsilon = 1e-8 } = h;
  const m = [...state.m];
  const v = [...state.v];
  const t = state.t + 1;
  const moved = p.map((x, j) => {
    let u = g[j];
    if (kind === 'momentum' || kind === 'nesterov') u = m[j] = beta1 * m[j] + g[j];
    if (kind === 'rmsprop' || kind === 'adam' || kind === 'adamw')
      v[j] = beta2 * v[j] + (1 - beta2) * g[j] ** 2;
    if (kind === 'rmsprop') u = g[j] / (Math.sqrt(v[j]) + epsilon);
    if (kind === 'adam' || kind === 'adamw') {
      m[j] = beta1 * m[j] + (1 - beta1) * g[j];
      u = m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
    }
    if (kind === 'adamw') u += (h.weightDecay ?? 0.01) * x;
    return x - h.learningRate * u;
  });
  return { parameters: moved, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  h: Hyper,
) {
  const path = [[...start]];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const ahead = path[i].map((x, j) =>
      kind === 'nesterov' ? x - h.learningRate * (h.beta1 ?? 0.9) * state.m[j] : x,
    );
    const next = optimizerStep(kind, path[i], gradientAt(ahead), state, h);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
