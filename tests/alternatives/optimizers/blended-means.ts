// Means are moved towards the new value by a share; decay shrinks first; the run is one reduce.
export function initialState(d: number) {
  return { t: 0, m: '0'.repeat(d).split('').map(Number), v: '0'.repeat(d).split('').map(Number) };
}

type State = ReturnType<typeof initialState>;
type Hyper = Record<string, number>;

const blend = (old: number[], target: number[], share: number) =>
  old.map((value, j) => value + share * (target[j] - value));

function option(hyper: Hyper, name: string, otherwise: number, below: number): number {
  const value = hyper[name] === undefined ? otherwise : hyper[name];
  if (Number.isNaN(value) || value < 0 || value >= below) throw new Error(`bad ${name}`);
  return value;
}

function remember(kind: string, g: number[], { m, v }: State, hyper: Hyper): [number[], number[]] {
  if (kind === 'momentum' || kind === 'nesterov') {
    const b = option(hyper, 'beta1', 0.9, 1);
    return [m.map((value, j) => b * value + g[j]), [...v]];
  }
  if (kind !== 'rmsprop' && kind !== 'adam' && kind !== 'adamw') return [[...m], [...v]];
  const squares = g.map(value => value * value);
  const b2 = option(hyper, 'beta2', kind === 'rmsprop' ? 0.9 : 0.999, 1);
  const second = blend(v, squares, 1 - b2);
  if (kind === 'rmsprop') return [[...m], second];
  return [blend(m, g, 1 - option(hyper, 'beta1', 0.9, 1)), second];
}

export function optimizerStep(
  kind: string,
  parameters: number[],
  gradient: number[],
  state: State,
  hyper: Hyper,
) {
  if (!/^(sgd|momentum|nesterov|rmsprop|adamw?)$/.test(kind)) throw new Error(`kind ${kind}?`);
  const lengths = [gradient, state.m, state.v].map(list => list.length);
  if (lengths.some(length => length !== parameters.length)) throw new Error(`lengths ${lengths}`);
  const eta = hyper.learningRate;
  if (Number.isNaN(eta) || eta <= 0 || eta === Infinity) throw new Error('learningRate');

  const t = 1 + state.t;
  const [m, v] = remember(kind, gradient, state, hyper);
  let p = [...parameters];
  if (kind === 'adamw') {
    const keep = 1 - eta * option(hyper, 'weightDecay', 0.01, Infinity);
    p = p.map(value => value * keep);
  }
  const adaptive = kind.startsWith('adam') || kind === 'rmsprop';
  const eps = adaptive ? option(hyper, 'epsilon', 1e-8, Infinity) : 0;
  const b1 = hyper.beta1 ?? 0.9;
  const c1 = kind.startsWith('adam') ? 1 - b1 ** t : 1;
  const c2 = kind.startsWith('adam') ? 1 - (hyper.beta2 ?? 0.999) ** t : 1;
  const along =
    kind === 'sgd' || kind === 'rmsprop'
      ? gradient
      : kind === 'nesterov'
        ? gradient.map((g, j) => g + b1 * m[j])
        : m;
  p = p.map((value, j) => {
    const scale = adaptive ? Math.sqrt(v[j] / c2) + eps : 1;
    return value - (eta * along[j]) / (c1 * scale);
  });
  return { parameters: p, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const first = { parameters: [...start], state: initialState(start.length) };
  return Array.from({ length: steps })
    .reduce<(typeof first)[]>(
      sofar => {
        const { parameters, state } = sofar[sofar.length - 1];
        return [...sofar, optimizerStep(kind, parameters, gradientAt(parameters), state, hyper)];
      },
      [first],
    )
    .map(({ parameters }) => parameters);
}
