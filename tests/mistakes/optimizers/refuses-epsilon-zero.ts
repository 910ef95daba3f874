// An epsilon of 0 is refused, where only a negative one should be.
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

interface Args {
  p: number;
  g: number;
  m: number;
  v: number;
  t: number;
  b1: number;
  b2: number;
  eps: number;
  wd: number;
}
interface Out {
  u: number;
  m: number;
  v: number;
}

const RULES: Record<Kind, (a: Args) => Out> = {
  sgd: ({ g, m, v }) => ({ u: g, m, v }),
  momentum: ({ g, m, v, b1 }) => ({ u: b1 * m + g, m: b1 * m + g, v }),
  nesterov: ({ g, m, v, b1 }) => ({ u: g + b1 * (b1 * m + g), m: b1 * m + g, v }),
  rmsprop: ({ g, m, v, b2, eps }) => {
    const w = b2 * v + (1 - b2) * g * g;
    return { u: g / (Math.sqrt(w) + eps), m, v: w };
  },
  adam: ({ g, m, v, t, b1, b2, eps }) => {
    const n = b1 * m + (1 - b1) * g;
    const w = b2 * v + (1 - b2) * g * g;
    return { u: n / (1 - b1 ** t) / (Math.sqrt(w / (1 - b2 ** t)) + eps), m: n, v: w };
  },
  adamw: a => {
    const out = RULES.adam(a);
    return { ...out, u: out.u + a.wd * a.p };
  },
};

const READS: { [kind: string]: string[] } = {
  momentum: ['b1'],
  nesterov: ['b1'],
  rmsprop: ['b2', 'eps'],
  adam: ['b1', 'b2', 'eps'],
  adamw: ['b1', 'b2', 'eps', 'wd'],
};

export function initialState(d: number): OptimizerState {
  return { t: 0, m: new Array(d).fill(0), v: new Array(d).fill(0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  if (!(kind in RULES)) throw new RangeError(`Unknown optimizer "${kind}"`);
  const { learningRate, beta1: b1 = 0.9, epsilon: eps = 1e-8, weightDecay: wd = 0.01 } = hyper;
  const b2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  if (!Number.isFinite(learningRate) || learningRate <= 0) throw new RangeError('learningRate');
  const reads = new Set<string>(Array.from(READS[kind] ?? []));
  if (reads.has('b1') && !(b1 >= 0 && b1 < 1)) throw new RangeError('beta1');
  if (reads.has('b2') && !(b2 >= 0 && b2 < 1)) throw new RangeError('beta2');
  if (reads.has('eps') && !(eps > 0)) throw new RangeError('epsilon must be positive');
  if (reads.has('wd') && wd < 0) throw new RangeError('weightDecay');
  if ([gradient, state.m, state.v].some(x => x.length !== parameters.length))
    throw new TypeError('length mismatch');
  const t = state.t + 1;
  const outs = parameters.map((p, i) =>
    RULES[kind]({ p, g: gradient[i], m: state.m[i], v: state.v[i], t, b1, b2, eps, wd }),
  );
  return {
    parameters: parameters.map((p, i) => p - learningRate * outs[i].u),
    state: { t, m: outs.map(o => o.m), v: outs.map(o => o.v) },
  };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path: number[][] = [start.slice()];
  let state = initialState(start.length);
  for (let k = 1; k <= steps; k++) {
    const at = path[path.length - 1];
    const out = optimizerStep(kind, at, gradientAt(at.slice()), state, hyper);
    path.push(out.parameters);
    state = out.state;
  }
  return path;
}
