// A Map from kind to a scalar rule plus the list of options it reads, so that checks and formulas are data.
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

type Option = 'beta1' | 'beta2' | 'epsilon' | 'weightDecay';
type Settings = Record<Option, number>;
type Scalar = { p: number; g: number; m: number; v: number; t: number };
type Outcome = { u: number; m: number; v: number };
type Entry = { reads: Partial<Settings>; rule: (x: Scalar, o: Settings) => Outcome };

const adamRule = ({ g, m, v, t }: Scalar, { beta1, beta2, epsilon }: Settings): Outcome => {
  const m2 = m * beta1 + g * (1 - beta1);
  const v2 = v * beta2 + g * g * (1 - beta2);
  const u = m2 / (1 - beta1 ** t) / (Math.sqrt(v2 / (1 - beta2 ** t)) + epsilon);
  return { u, m: m2, v: v2 };
};

const makeTable = (): Map<string, Entry> =>
  new Map<string, Entry>([
    ['sgd', { reads: {}, rule: ({ g, m, v }) => ({ u: g, m, v }) }],
    [
      'momentum',
      {
        reads: { beta1: 0.9 },
        rule: ({ g, m, v }, { beta1 }) => {
          const m2 = m * beta1 + g;
          return { u: m2, m: m2, v };
        },
      },
    ],
    [
      'nesterov',
      {
        reads: { beta1: 0.9 },
        rule: ({ g, m, v }, { beta1 }) => {
          const m2 = m * beta1 + g;
          return { u: m2 * beta1 + g, m: m2, v };
        },
      },
    ],
    [
      'rmsprop',
      {
        reads: { beta2: 0.9, epsilon: 1e-8 },
        rule: ({ g, m, v }, { beta2, epsilon }) => {
          const v2 = v * beta2 + g * g * (1 - beta2);
          return { u: g / (Math.sqrt(v2) + epsilon), m, v: v2 };
        },
      },
    ],
    ['adam', { reads: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 }, rule: adamRule }],
    [
      'adamw',
      {
        reads: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
        rule: (x, o) => {
          const out = adamRule(x, o);
          return { ...out, u: out.u + o.weightDecay * x.p };
        },
      },
    ],
  ]);

const legal: Record<Option, (x: number) => boolean> = {
  beta1: x => 0 <= x && x < 1,
  beta2: x => 0 <= x && x < 1,
  epsilon: x => !(x < 0),
  weightDecay: x => !(x < 0),
};

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
  const entry = makeTable().get(kind);
  if (!entry) throw new RangeError('kind');
  if (!(hyper.learningRate > 0) || hyper.learningRate === Infinity)
    throw new RangeError('learningRate');
  const settings: Settings = { beta1: 0, beta2: 0, epsilon: 0, weightDecay: 0 };
  for (const key of Object.keys(entry.reads) as Option[]) {
    const value = hyper[key] ?? entry.reads[key]!;
    if (!legal[key](value)) throw new RangeError(key);
    settings[key] = value;
  }
  const lengths = new Set([parameters.length, gradient.length, state.m.length, state.v.length]);
  if (lengths.size > 1) throw new TypeError('the lists are not equally long');

  const t = state.t + 1;
  const result = { parameters: [] as number[], state: { t, m: [] as number[], v: [] as number[] } };
  parameters.forEach((p, i) => {
    const out = entry.rule({ p, g: gradient[i], m: state.m[i], v: state.v[i], t }, settings);
    result.parameters.push(p - hyper.learningRate * out.u);
    result.state.m.push(out.m);
    result.state.v.push(out.v);
  });
  return result;
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  let now = { parameters: Array.from(start), state: initialState(start.length) };
  const path = [now.parameters];
  for (let left = steps; left > 0; left--) {
    now = optimizerStep(kind, now.parameters, gradientAt(now.parameters), now.state, hyper);
    path.push(now.parameters);
  }
  return path;
}
