// Shrinks the parameters after Adam has moved them, so that the step itself is shrunk too.
interface Memory {
  t: number;
  m: number[];
  v: number[];
}
interface Knobs {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
}
type Pair = { parameters: number[]; state: Memory };

const fill = (d: number) => Array.from<number>({ length: d }).fill(0);
export const initialState = (d: number): Memory => ({ t: 0, m: fill(d), v: fill(d) });

function adam(p: number[], g: number[], s: Memory, k: Knobs): Pair {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = k;
  const t = s.t + 1;
  const m = s.m.map((x, i) => x + (1 - beta1) * (g[i] - x));
  const v = s.v.map((x, i) => x + (1 - beta2) * (g[i] * g[i] - x));
  const parameters = p.map((x, i) => {
    const a = m[i] / (1 - beta1 ** t);
    const b = v[i] / (1 - beta2 ** t);
    return x - (k.learningRate * a) / (Math.sqrt(b) + epsilon);
  });
  return { parameters, state: { t, m, v } };
}

function adamw(p: number[], g: number[], s: Memory, k: Knobs): Pair {
  const { parameters, state } = adam(p, g, s, k);
  const factor = 1 - k.learningRate * (k.weightDecay ?? 0.01);
  return { parameters: parameters.map(x => x * factor), state };
}

function rmsprop(p: number[], g: number[], s: Memory, k: Knobs): Pair {
  const { beta2 = 0.9, epsilon = 1e-8 } = k;
  const v = s.v.map((x, i) => beta2 * x + (1 - beta2) * g[i] ** 2);
  const parameters = p.map((x, i) => x - (k.learningRate * g[i]) / (Math.sqrt(v[i]) + epsilon));
  return { parameters, state: { t: s.t + 1, m: [...s.m], v } };
}

const heavy =
  (lookAhead: boolean) =>
  (p: number[], g: number[], s: Memory, k: Knobs): Pair => {
    const { beta1 = 0.9 } = k;
    const m = s.m.map((x, i) => beta1 * x + g[i]);
    const u = lookAhead ? g.map((x, i) => x + beta1 * m[i]) : m;
    return {
      parameters: p.map((x, i) => x - k.learningRate * u[i]),
      state: { t: s.t + 1, m, v: [...s.v] },
    };
  };

function sgd(p: number[], g: number[], s: Memory, k: Knobs): Pair {
  return {
    parameters: p.map((x, i) => x - k.learningRate * g[i]),
    state: { t: s.t + 1, m: [...s.m], v: [...s.v] },
  };
}

const ALL = new Map([
  ['sgd', sgd],
  ['momentum', heavy(false)],
  ['nesterov', heavy(true)],
  ['rmsprop', rmsprop],
  ['adam', adam],
  ['adamw', adamw],
]);

export function optimizerStep(kind: string, p: number[], g: number[], s: Memory, k: Knobs): Pair {
  const rule = ALL.get(kind);
  if (rule === undefined) throw new RangeError('no such optimizer');
  if (!(k.learningRate > 0) || !Number.isFinite(k.learningRate))
    throw new RangeError('learningRate');
  for (const b of [k.beta1, k.beta2])
    if (b !== undefined && !(b >= 0 && b < 1)) throw new RangeError('beta');
  for (const b of [k.epsilon, k.weightDecay])
    if (b !== undefined && b < 0) throw new RangeError('negative');
  if (new Set([p, g, s.m, s.v].map(a => a.length)).size !== 1) throw new TypeError('length');
  return rule(p, g, s, k);
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => number[],
  start: number[],
  steps: number,
  k: Knobs,
) {
  let now: Pair = { parameters: [...start], state: initialState(start.length) };
  const path = [now.parameters];
  for (let i = 0; i < steps; i++) {
    now = optimizerStep(kind, now.parameters, gradientAt(now.parameters), now.state, k);
    path.push(now.parameters);
  }
  return path;
}
