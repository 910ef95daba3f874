// Recursion that halves the range of coordinates and concatenates, and a generator that yields the path.
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

type Triple = [p: number[], m: number[], v: number[]];
type Leaf = (p: number, g: number, m: number, v: number) => [number, number, number];

function halves(lo: number, hi: number, at: (i: number) => [number, number, number]): Triple {
  if (hi - lo === 0) return [[], [], []];
  if (hi - lo === 1) {
    const [p, m, v] = at(lo);
    return [[p], [m], [v]];
  }
  const mid = (lo + hi) >>> 1;
  const left = halves(lo, mid, at);
  const right = halves(mid, hi, at);
  return [left[0].concat(right[0]), left[1].concat(right[1]), left[2].concat(right[2])];
}

function leafOf(kind: Kind, t: number, h: Hyper): Leaf {
  const eta = h.learningRate;
  if (typeof eta !== 'number' || !Number.isFinite(eta) || eta <= 0)
    throw new RangeError('bad learning rate');
  const b1 = () => {
    const b = h.beta1 ?? 0.9;
    if (b >= 0 && b < 1) return b;
    throw new RangeError('bad beta1');
  };
  const b2 = (usual: number) => {
    const b = h.beta2 ?? usual;
    if (b >= 0 && b < 1) return b;
    throw new RangeError('bad beta2');
  };
  const eps = () => {
    const e = h.epsilon ?? 1e-8;
    if (e < 0) throw new RangeError('bad epsilon');
    return e;
  };
  switch (kind) {
    case 'sgd':
      return (p, g, m, v) => [p - eta * g, m, v];
    case 'momentum': {
      const b = b1();
      return (p, g, m, v) => [p - eta * (b * m + g), b * m + g, v];
    }
    case 'nesterov': {
      const b = b1();
      return (p, g, m, v) => [p - eta * (g + b * (b * m + g)), b * m + g, v];
    }
    case 'rmsprop': {
      const b = b2(0.9);
      const e = eps();
      return (p, g, m, v) => {
        const w = b * v + (1 - b) * g * g;
        return [p - (eta * g) / (Math.sqrt(w) + e), m, w];
      };
    }
    case 'adam':
    case 'adamw': {
      const a = b1();
      const b = b2(0.999);
      const e = eps();
      const decay = kind === 'adam' ? 0 : (h.weightDecay ?? 0.01);
      if (decay < 0) throw new RangeError('bad weight decay');
      const ca = 1 - a ** t;
      const cb = 1 - b ** t;
      return (p, g, m, v) => {
        const n = a * m + (1 - a) * g;
        const w = b * v + (1 - b) * g * g;
        return [p - eta * (n / ca / (Math.sqrt(w / cb) + e) + decay * p), n, w];
      };
    }
    default:
      throw new RangeError('bad kind');
  }
}

export function initialState(d: number): OptimizerState {
  const [, m, v] = halves(0, d, () => [0, 0, 0]);
  return { t: 0, m, v };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const t = 1 + state.t;
  const leaf = leafOf(kind, t, hyper);
  const d = parameters.length;
  if (!(gradient.length === d && state.m.length === d && state.v.length === d))
    throw new TypeError('bad lengths');
  const [p, m, v] = halves(0, d, i => leaf(parameters[i], gradient[i], state.m[i], state.v[i]));
  return { parameters: p, state: { t, m, v } };
}

function* walk(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): Generator<number[]> {
  let p = start.slice();
  let state = initialState(p.length);
  yield p.slice();
  for (let k = 0; k < steps; k++) {
    const next = optimizerStep(kind, p, gradientAt(p.slice()), state, hyper);
    p = next.parameters;
    state = next.state;
    yield p.slice();
  }
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  return [...walk(kind, gradientAt, start, steps, hyper)];
}
