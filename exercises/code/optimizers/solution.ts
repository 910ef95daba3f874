export type Kind = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam' | 'adamw';

export interface OptimizerState {
  /** Steps made so far. */
  t: number;
  /** What is kept of past gradients [d]. */
  m: number[];
  /** What is kept of their squares [d]. */
  v: number[];
}

export interface Hyper {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}

/** Which options besides the learning rate a kind looks at. */
const USES: Record<Kind, (keyof Hyper)[]> = {
  sgd: [],
  momentum: ['beta1'],
  nesterov: ['beta1'],
  rmsprop: ['beta2', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
  adamw: ['beta1', 'beta2', 'epsilon', 'weightDecay'],
};

/** @returns the state before the first step: no steps, and nothing remembered. */
export function initialState(d: number): OptimizerState {
  return { t: 0, m: Array(d).fill(0), v: Array(d).fill(0) };
}

/** One step. All six subtract the learning rate times a direction; they differ in the direction. */
export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  checkHyper(kind, hyper);
  checkLengths(parameters, gradient, state);
  const decay2 = kind === 'rmsprop' ? 0.9 : 0.999;
  const { learningRate, beta1 = 0.9, beta2 = decay2, epsilon = 1e-8, weightDecay = 0.01 } = hyper;

  const t = state.t + 1; // 1 in the first step
  const m = [...state.m]; // [d], copies: a kind that leaves them alone hands them on
  const v = [...state.v]; // [d]
  const direction = parameters.map((p, j) => {
    const g = gradient[j];
    switch (kind) {
      case 'sgd':
        return g;
      case 'momentum':
        m[j] = beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + g;
        return g + beta1 * m[j]; // what m would be next, were the gradient the same
      case 'rmsprop':
        v[j] = beta2 * v[j] + (1 - beta2) * g * g;
        return g / (Math.sqrt(v[j]) + epsilon);
      default: {
        // 'adam' and 'adamw'
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g ** 2;
        // Averages that began at 0 are too small by these factors; the state keeps them as they are.
        const mHat = m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);
        const adaptive = mHat / (Math.sqrt(vHat) + epsilon);
        return kind === 'adamw' ? adaptive + weightDecay * p : adaptive;
      }
    }
  }); // [d]
  return {
    parameters: parameters.map((p, j) => p - learningRate * direction[j]),
    state: { t, m, v },
  };
}

/** Takes `steps` steps from `start`. */
export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path = [[...start]]; // [steps + 1][d]
  let state = initialState(start.length);
  for (let step = 0; step < steps; step += 1) {
    const gradient = gradientAt([...path[step]]);
    const next = optimizerStep(kind, path[step], gradient, state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}

function checkHyper(kind: Kind, hyper: Hyper): void {
  if (!Object.keys(USES).includes(kind)) throw new RangeError(`optimizerStep: no kind ${kind}`);
  const { learningRate } = hyper;
  if (!(learningRate > 0 && learningRate < Infinity)) {
    throw new RangeError(`optimizerStep: learning rate ${learningRate}`);
  }
  for (const name of USES[kind]) {
    const value = hyper[name];
    if (value === undefined) continue;
    const limit = name.startsWith('beta') ? 1 : Infinity;
    if (!(value >= 0 && value < limit)) throw new RangeError(`optimizerStep: ${name} ${value}`);
  }
}

function checkLengths(parameters: number[], gradient: number[], { m, v }: OptimizerState): void {
  const d = parameters.length;
  for (const [name, list] of Object.entries({ gradient, m, v })) {
    if (list.length !== d) {
      throw new TypeError(`optimizerStep: ${name} of ${list.length} numbers for ${d} parameters`);
    }
  }
}
