// No branches on the kind in the arithmetic, all six are one formula whose coefficients are 0, 1 or an option.
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

interface Coefficients {
  mOld: number;
  mNew: number;
  vOld: number;
  vNew: number;
  takesG: number;
  takesM: number;
  divides: boolean;
  c1: number;
  c2: number;
  epsilon: number;
  lambda: number;
}

function inUnit(x: number, what: string): number {
  if (!(x >= 0) || x >= 1) throw new RangeError(`${what} outside [0, 1)`);
  return x;
}

function atLeastZero(x: number, what: string): number {
  if (x < 0) throw new RangeError(`${what} is negative`);
  return x;
}

function coefficients(kind: Kind, t: number, hyper: Hyper): Coefficients {
  const neutral: Coefficients = {
    mOld: 1,
    mNew: 0,
    vOld: 1,
    vNew: 0,
    takesG: 1,
    takesM: 0,
    divides: false,
    c1: 1,
    c2: 1,
    epsilon: 0,
    lambda: 0,
  };
  const {
    beta1 = 0.9,
    beta2 = kind === 'rmsprop' ? 0.9 : 0.999,
    epsilon = 1e-8,
    weightDecay = 0.01,
  } = hyper;
  if (kind === 'sgd') return neutral;
  if (kind === 'momentum' || kind === 'nesterov') {
    const b = inUnit(beta1, 'beta1');
    const heavy = { ...neutral, mOld: b, mNew: 1 };
    return kind === 'momentum'
      ? { ...heavy, takesG: 0, takesM: 1 }
      : { ...heavy, takesG: 1, takesM: b };
  }
  if (kind === 'rmsprop' || kind === 'adam' || kind === 'adamw') {
    const b2 = inUnit(beta2, 'beta2');
    const scaled = {
      ...neutral,
      vOld: b2,
      vNew: 1 - b2,
      divides: true,
      epsilon: atLeastZero(epsilon, 'epsilon'),
    };
    if (kind === 'rmsprop') return scaled;
    const b1 = inUnit(beta1, 'beta1');
    return {
      ...scaled,
      mOld: b1,
      mNew: 1 - b1,
      takesG: 0,
      takesM: 1,
      c1: 1 - b1 ** t,
      c2: 1 - b2 ** t,
      lambda: kind === 'adamw' ? atLeastZero(weightDecay, 'weightDecay') : 0,
    };
  }
  throw new RangeError('unknown kind');
}

export function initialState(d: number): OptimizerState {
  const zeros = (): number[] => Array<number>(d).fill(0);
  return { t: 0, m: zeros(), v: zeros() };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const t = state.t + 1;
  const c = coefficients(kind, t, hyper);
  const rate = hyper.learningRate;
  if (!(rate > 0 && Number.isFinite(rate))) throw new RangeError('learningRate');
  if ([gradient, state.m, state.v].some(list => list.length !== parameters.length))
    throw new TypeError('length');

  const m = state.m.map((old, i) => c.mOld * old + c.mNew * gradient[i]);
  const v = state.v.map((old, i) => c.vOld * old + c.vNew * gradient[i] * gradient[i]);
  const next = parameters.map((p, i) => {
    const top = (c.takesG * gradient[i] + c.takesM * m[i]) / c.c1;
    const bottom = c.divides ? Math.sqrt(v[i] / c.c2) + c.epsilon : 1;
    return p - rate * (top / bottom + c.lambda * p);
  });
  return { parameters: next, state: { t, m, v } };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path: number[][] = new Array(steps + 1);
  path[0] = [...start];
  for (let k = 1, state = initialState(start.length); k <= steps; k++) {
    const gradient = gradientAt([...path[k - 1]]);
    ({ parameters: path[k], state } = optimizerStep(kind, path[k - 1], gradient, state, hyper));
  }
  return path;
}
