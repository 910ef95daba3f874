// The defaults are written into the caller's hyper with ??=, so an argument is changed and rmsprop's beta2 sticks when the same object is used for adam.
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

function prepare(kind: Kind, hyper: Hyper): Required<Hyper> {
  hyper.beta1 ??= 0.9;
  hyper.beta2 ??= kind === 'rmsprop' ? 0.9 : 0.999;
  hyper.epsilon ??= 1e-8;
  hyper.weightDecay ??= 0.01;
  return hyper as Required<Hyper>;
}

const needs: ReadonlyMap<string, string> = new Map([
  ['sgd', ''],
  ['momentum', '1'],
  ['nesterov', '1'],
  ['rmsprop', '2e'],
  ['adam', '12e'],
  ['adamw', '12ew'],
]);

export function initialState(d: number): OptimizerState {
  return { t: 0, m: [...new Float64Array(d)], v: [...new Float64Array(d)] };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const uses = needs.get(kind);
  if (uses === undefined) throw new RangeError('kind');
  const { learningRate, beta1, beta2, epsilon, weightDecay } = prepare(kind, hyper);
  if (!(0 < learningRate && learningRate < Infinity)) throw new RangeError('learningRate');
  if (uses.includes('1') && !(0 <= beta1 && beta1 < 1)) throw new RangeError('beta1');
  if (uses.includes('2') && !(0 <= beta2 && beta2 < 1)) throw new RangeError('beta2');
  if (uses.includes('e') && epsilon < 0) throw new RangeError('epsilon');
  if (uses.includes('w') && weightDecay < 0) throw new RangeError('weightDecay');
  const d = parameters.length;
  if (![gradient.length, state.m.length, state.v.length].every(n => n === d))
    throw new TypeError('length');

  const t = state.t + 1;
  const isMean = uses.startsWith('12');
  const m = state.m.map((old, i) =>
    uses.includes('1') ? beta1 * old + (isMean ? 1 - beta1 : 1) * gradient[i] : old,
  );
  const v = state.v.map((old, i) =>
    uses.includes('2') ? beta2 * old + (1 - beta2) * gradient[i] ** 2 : old,
  );
  const direction = (i: number): number => {
    switch (kind) {
      case 'sgd':
        return gradient[i];
      case 'momentum':
        return m[i];
      case 'nesterov':
        return gradient[i] + beta1 * m[i];
      case 'rmsprop':
        return gradient[i] / (Math.sqrt(v[i]) + epsilon);
      default: {
        const hat = m[i] / (1 - beta1 ** t) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
        return hat + (uses.includes('w') ? weightDecay * parameters[i] : 0);
      }
    }
  };
  return {
    parameters: parameters.map((p, i) => p - learningRate * direction(i)),
    state: { t, m, v },
  };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  let parameters = start.slice();
  let state = initialState(start.length);
  const path = [parameters];
  for (let k = 0; k < steps; k++) {
    ({ parameters, state } = optimizerStep(
      kind,
      parameters,
      gradientAt(parameters.slice()),
      state,
      { ...hyper },
    ));
    path.push(parameters);
  }
  return path;
}
