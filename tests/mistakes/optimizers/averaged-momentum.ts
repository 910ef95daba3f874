// Keeps a running mean in momentum too, as Adam does.
const BETA2: Record<string, number> = { rmsprop: 0.9, adam: 0.999, adamw: 0.999 };
const ALL = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'];

interface State {
  t: number;
  m: number[];
  v: number[];
}

export function initialState(d: number): State {
  return { t: 0, m: new Array(d).fill(0), v: new Array(d).fill(0) };
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: { [key: string]: number },
) {
  if (!ALL.includes(kind)) throw new RangeError(kind);
  const { learningRate, beta1 = 0.9, beta2 = BETA2[kind] ?? 0, epsilon = 1e-8 } = hyper;
  const { weightDecay = 0.01 } = hyper;
  if (!(learningRate > 0) || learningRate === Infinity) throw new RangeError('learningRate');
  if (!(beta1 >= 0 && beta1 < 1) || !(beta2 >= 0 && beta2 < 1)) throw new RangeError('beta');
  if (epsilon < 0 || weightDecay < 0) throw new RangeError('negative');
  const d = parameters.length;
  if ([gradient, state.m, state.v].some(a => a.length !== d)) throw new TypeError('length');

  const usesM = kind !== 'sgd' && kind !== 'rmsprop';
  const t = state.t + 1;
  const m = state.m.map((x, j) => (usesM ? beta1 * x + (1 - beta1) * gradient[j] : x));
  const v = state.v.map((x, j) => (kind in BETA2 ? beta2 * x + (1 - beta2) * gradient[j] ** 2 : x));
  const moved = parameters.map((p, j) => {
    const g = gradient[j];
    if (kind === 'sgd') return p - learningRate * g;
    if (kind === 'momentum') return p - learningRate * m[j];
    if (kind === 'nesterov') return p - learningRate * (g + beta1 * m[j]);
    if (kind === 'rmsprop') return p - (learningRate * g) / (Math.sqrt(v[j]) + epsilon);
    const step = m[j] / (1 - beta1 ** t) / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon);
    return p - learningRate * (kind === 'adamw' ? step + weightDecay * p : step);
  });
  return { parameters: moved, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  hyper: { [key: string]: number },
) {
  const path = [start.slice()];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const one = optimizerStep(kind, path[i], gradientAt(path[i]), state, hyper);
    path.push(one.parameters);
    state = one.state;
  }
  return path;
}
