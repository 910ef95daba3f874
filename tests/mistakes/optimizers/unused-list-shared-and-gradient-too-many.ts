// The list that a kind does not use is handed back itself instead of a copy, and minimize asks for one gradient more, at the last point.
export type Kind = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam' | 'adamw';

export interface OptimizerState {
  t: number;
  m: number[];
  v: number[];
}

export interface Hyper {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

const usesM = (kind: Kind): boolean => kind !== 'sgd' && kind !== 'rmsprop';
const usesV = (kind: Kind): boolean => kind === 'rmsprop' || kind === 'adam' || kind === 'adamw';

function validate(kind: Kind, d: number, lists: number[][], h: Required<Hyper>): void {
  if (!['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'].includes(kind))
    throw new RangeError('kind');
  if (!(h.learningRate > 0 && h.learningRate < Infinity)) throw new RangeError('learningRate');
  if (usesM(kind) && !(h.beta1 >= 0 && h.beta1 < 1)) throw new RangeError('beta1');
  if (usesV(kind) && !(h.beta2 >= 0 && h.beta2 < 1)) throw new RangeError('beta2');
  if (usesV(kind) && h.epsilon < 0) throw new RangeError('epsilon');
  if (kind === 'adamw' && h.weightDecay < 0) throw new RangeError('weightDecay');
  for (const list of lists) if (list.length !== d) throw new TypeError('length');
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const h: Required<Hyper> = {
    learningRate: hyper.learningRate,
    beta1: hyper.beta1 ?? 0.9,
    beta2: hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999),
    epsilon: hyper.epsilon ?? 1e-8,
    weightDecay: hyper.weightDecay ?? 0.01,
  };
  validate(kind, parameters.length, [gradient, state.m, state.v], h);
  const t = state.t + 1;
  const isAdam = kind === 'adam' || kind === 'adamw';
  const weight = isAdam ? 1 - h.beta1 : 1;
  const m = usesM(kind) ? state.m.map((x, i) => h.beta1 * x + weight * gradient[i]) : state.m;
  const v = usesV(kind)
    ? state.v.map((x, i) => h.beta2 * x + (1 - h.beta2) * gradient[i] ** 2)
    : state.v;
  const u = gradient.map((g, i) => {
    if (kind === 'sgd') return g;
    if (kind === 'momentum') return m[i];
    if (kind === 'nesterov') return g + h.beta1 * m[i];
    if (kind === 'rmsprop') return g / (Math.sqrt(v[i]) + h.epsilon);
    const ratio = m[i] / (1 - h.beta1 ** t) / (Math.sqrt(v[i] / (1 - h.beta2 ** t)) + h.epsilon);
    return kind === 'adamw' ? ratio + h.weightDecay * parameters[i] : ratio;
  });
  return { parameters: parameters.map((p, i) => p - h.learningRate * u[i]), state: { t, m, v } };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path = [start.slice()];
  let state = initialState(start.length);
  let gradient = gradientAt(start.slice());
  for (let k = 0; k < steps; k++) {
    const next = optimizerStep(kind, path[k], gradient, state, hyper);
    state = next.state;
    path.push(next.parameters);
    gradient = gradientAt(next.parameters.slice());
  }
  return path;
}
