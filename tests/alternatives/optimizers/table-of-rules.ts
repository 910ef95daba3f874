// One small function per kind, from one coordinate to its direction and its two memories.
type Cell = { p: number; g: number; m: number; v: number };
type Settings = { b1: number; b2: number; eps: number; decay: number; t: number };
type Rule = (cell: Cell, settings: Settings) => [u: number, m: number, v: number];

const adam: Rule = ({ g, m, v }, { b1, b2, eps, t }) => {
  const first = b1 * m + g * (1 - b1);
  const second = b2 * v + g * g * (1 - b2);
  const numerator = first / (1 - b1 ** t);
  return [numerator / (eps + Math.sqrt(second / (1 - b2 ** t))), first, second];
};

const rules = new Map<string, Rule>([
  ['sgd', ({ g, m, v }) => [g, m, v]],
  ['momentum', ({ g, m, v }, { b1 }) => [g + b1 * m, g + b1 * m, v]],
  ['nesterov', ({ g, m, v }, { b1 }) => [g * (1 + b1) + b1 * b1 * m, g + b1 * m, v]],
  [
    'rmsprop',
    ({ g, m, v }, { b2, eps }) => {
      const second = b2 * v + (1 - b2) * g ** 2;
      return [g / (second ** 0.5 + eps), m, second];
    },
  ],
  ['adam', adam],
  [
    'adamw',
    (cell, settings) => {
      const [u, m, v] = adam(cell, settings);
      return [u + settings.decay * cell.p, m, v];
    },
  ],
]);

const USED: { [kind: string]: string } = {
  momentum: '1',
  nesterov: '1',
  rmsprop: '2e',
  adam: '12e',
  adamw: '12ew',
};

export const initialState = (d: number) => ({
  t: 0,
  m: Array.from({ length: d }, () => 0),
  v: Array.from({ length: d }, () => 0),
});

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: { t: number; m: number[]; v: number[] },
  hyper: {
    learningRate: number;
    beta1?: number;
    beta2?: number;
    epsilon?: number;
    weightDecay?: number;
  },
) {
  const rule = rules.get(kind);
  if (!rule) throw new RangeError(`no rule for ${kind}`);
  const settings = {
    b1: hyper.beta1 ?? 0.9,
    b2: hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999),
    eps: hyper.epsilon ?? 1e-8,
    decay: hyper.weightDecay ?? 0.01,
    t: state.t + 1,
  };
  const uses = (letter: string) => (USED[kind] ?? '').includes(letter);
  const fraction = (x: number) => x >= 0 && x < 1;
  if (!(hyper.learningRate > 0) || !Number.isFinite(hyper.learningRate)) {
    throw new RangeError('learningRate');
  }
  if (uses('1') && !fraction(settings.b1)) throw new RangeError('beta1');
  if (uses('2') && !fraction(settings.b2)) throw new RangeError('beta2');
  if (uses('e') && settings.eps < 0) throw new RangeError('epsilon');
  if (uses('w') && settings.decay < 0) throw new RangeError('weightDecay');
  for (const list of [gradient, state.m, state.v]) {
    if (list.length !== parameters.length) throw new TypeError('lengths differ');
  }
  const cells = parameters.map((p, j) =>
    rule({ p, g: gradient[j], m: state.m[j], v: state.v[j] }, settings),
  );
  return {
    parameters: cells.map(([u], j) => parameters[j] - hyper.learningRate * u),
    state: { t: settings.t, m: cells.map(cell => cell[1]), v: cells.map(cell => cell[2]) },
  };
}

export function minimize(
  kind: string,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: { learningRate: number },
): number[][] {
  let now = { parameters: start.slice(), state: initialState(start.length) };
  const path = [now.parameters];
  while (path.length <= steps) {
    now = optimizerStep(kind, now.parameters, gradientAt(now.parameters), now.state, hyper);
    path.push(now.parameters);
  }
  return path;
}
