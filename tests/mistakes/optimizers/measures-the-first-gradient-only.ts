// minimize validates before its first step only and then runs an unchecked inner step, so a later gradient of another length is not refused.
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

type Move = (
  p: number[],
  g: number[],
  s: OptimizerState,
) => { parameters: number[]; state: OptimizerState };

function compile(kind: Kind, hyper: Hyper): Move {
  const rate = hyper.learningRate;
  if (!(rate > 0) || !Number.isFinite(rate)) throw new RangeError('learningRate');
  const beta = (value: number | undefined, usual: number): number => {
    const b = value ?? usual;
    if (!(b >= 0 && b < 1)) throw new RangeError('beta');
    return b;
  };
  const amount = (value: number | undefined, usual: number): number => {
    const a = value ?? usual;
    if (a < 0) throw new RangeError('negative option');
    return a;
  };
  const walk = (p: number[], u: number[]): number[] => p.map((x, i) => x - rate * u[i]);
  switch (kind) {
    case 'sgd':
      return (p, g, s) => ({
        parameters: walk(p, g),
        state: { t: s.t + 1, m: [...s.m], v: [...s.v] },
      });
    case 'momentum':
    case 'nesterov': {
      const b = beta(hyper.beta1, 0.9);
      return (p, g, s) => {
        const m = s.m.map((x, i) => b * x + g[i]);
        const u = kind === 'momentum' ? m : m.map((x, i) => g[i] + b * x);
        return { parameters: walk(p, u), state: { t: s.t + 1, m, v: [...s.v] } };
      };
    }
    case 'rmsprop': {
      const b = beta(hyper.beta2, 0.9);
      const e = amount(hyper.epsilon, 1e-8);
      return (p, g, s) => {
        const v = s.v.map((x, i) => b * x + (1 - b) * g[i] * g[i]);
        const u = v.map((x, i) => g[i] / (Math.sqrt(x) + e));
        return { parameters: walk(p, u), state: { t: s.t + 1, m: [...s.m], v } };
      };
    }
    case 'adam':
    case 'adamw': {
      const b1 = beta(hyper.beta1, 0.9);
      const b2 = beta(hyper.beta2, 0.999);
      const e = amount(hyper.epsilon, 1e-8);
      const l = kind === 'adamw' ? amount(hyper.weightDecay, 0.01) : 0;
      return (p, g, s) => {
        const t = s.t + 1;
        const m = s.m.map((x, i) => b1 * x + (1 - b1) * g[i]);
        const v = s.v.map((x, i) => b2 * x + (1 - b2) * g[i] * g[i]);
        const u = p.map(
          (x, i) => m[i] / (1 - b1 ** t) / (Math.sqrt(v[i] / (1 - b2 ** t)) + e) + l * x,
        );
        return { parameters: walk(p, u), state: { t, m, v } };
      };
    }
    default:
      throw new RangeError('kind');
  }
}

function sameLength(d: number, ...lists: number[][]): void {
  if (lists.some(list => list.length !== d)) throw new TypeError('length');
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: Array.from({ length: d }, () => 0), v: Array.from({ length: d }, () => 0) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const move = compile(kind, hyper);
  sameLength(parameters.length, gradient, state.m, state.v);
  return move(parameters, gradient, state);
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const path = [[...start]];
  if (steps === 0) return path;
  const move = compile(kind, hyper);
  let now = { parameters: [...start], state: initialState(start.length) };
  for (let k = 0; k < steps; k++) {
    const gradient = gradientAt([...now.parameters]);
    if (k === 0) sameLength(start.length, gradient);
    now = move(now.parameters, gradient, now.state);
    path.push(now.parameters);
  }
  return path;
}
