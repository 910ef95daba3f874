// Every number is kept in 32 bits.
const f = Math.fround;
const KINDS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'];

type State = { t: number; m: ArrayLike<number>; v: ArrayLike<number> };
type Hyper = Partial<
  Record<'learningRate' | 'beta1' | 'beta2' | 'epsilon' | 'weightDecay', number>
>;

export function initialState(d: number): State {
  return { t: 0, m: new Float32Array(d), v: new Float32Array(d) };
}

function insist(good: boolean, what: string): void {
  if (!good) throw new RangeError(`wrong ${what}`);
}

export function optimizerStep(
  kind: string,
  parameters: ArrayLike<number>,
  gradient: ArrayLike<number>,
  state: State,
  hyper: Hyper,
) {
  insist(KINDS.includes(kind), 'kind');
  for (const list of [gradient, state.m, state.v]) {
    insist(list.length === parameters.length, 'length');
  }
  const rate = hyper.learningRate ?? 0;
  insist(rate > 0 && rate < Infinity, 'learning rate');
  const b1 = hyper.beta1 ?? 0.9;
  const b2 = hyper.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999);
  const eps = hyper.epsilon ?? 1e-8;
  const decay = hyper.weightDecay ?? 0.01;
  if (kind !== 'sgd' && kind !== 'rmsprop') insist(b1 >= 0 && b1 < 1, 'beta1');
  if (KINDS.indexOf(kind) > 2) insist(b2 >= 0 && b2 < 1 && eps >= 0, 'beta2 or epsilon');
  if (kind === 'adamw') insist(decay >= 0, 'weight decay');

  const t = state.t + 1;
  const m = new Float32Array(state.m);
  const v = new Float32Array(state.v);
  const p = new Float32Array(parameters);
  const g = new Float32Array(gradient);
  p.forEach((old, j) => {
    let u = g[j];
    if (kind === 'momentum' || kind === 'nesterov') {
      m[j] = f(f(b1 * m[j]) + g[j]);
      u = kind === 'momentum' ? m[j] : f(g[j] + f(b1 * m[j]));
    } else if (kind === 'rmsprop') {
      v[j] = f(f(b2 * v[j]) + f(f(1 - b2) * f(g[j] * g[j])));
      u = f(g[j] / f(f(Math.sqrt(v[j])) + eps));
    } else if (kind !== 'sgd') {
      m[j] = f(f(b1 * m[j]) + f(f(1 - b1) * g[j]));
      v[j] = f(f(b2 * v[j]) + f(f(1 - b2) * f(g[j] * g[j])));
      const root = f(Math.sqrt(f(v[j] / f(1 - b2 ** t))));
      u = f(f(m[j] / f(1 - b1 ** t)) / f(root + eps));
      if (kind === 'adamw') u = f(u + f(decay * old));
    }
    p[j] = f(old - f(f(rate) * u));
  });
  return { parameters: p, state: { t, m, v } };
}

export function minimize(
  kind: string,
  gradientAt: (p: number[]) => ArrayLike<number>,
  start: number[],
  steps: number,
  hyper: Hyper,
) {
  const path = [new Float32Array(start)];
  let state = initialState(start.length);
  for (let i = 0; i < steps; i++) {
    const next = optimizerStep(kind, path[i], gradientAt(Array.from(path[i])), state, hyper);
    path.push(next.parameters);
    state = next.state;
  }
  return path;
}
