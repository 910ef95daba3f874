// Functional style with small arrow functions, zipWith, and reduce over the steps.
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

type F2 = (a: number, b: number) => number;

const zipWith =
  (f: F2) =>
  (xs: readonly number[], ys: readonly number[]): number[] =>
    xs.map((x, i) => f(x, ys[i]));
const copy = (xs: readonly number[]): number[] => xs.map(x => x);
const sum =
  (beta: number): F2 =>
  (old, g) =>
    beta * old + g;
const mean =
  (beta: number): F2 =>
  (old, x) =>
    beta * old + (1 - beta) * x;
const square = (x: number): number => x * x;
const without =
  (beta: number, t: number) =>
  (x: number): number =>
    x / (1 - beta ** t);
const divide =
  (eps: number): F2 =>
  (top, squares) =>
    top / (Math.sqrt(squares) + eps);

const check =
  <T>(ok: (x: T) => boolean, message: string) =>
  (x: T): T => {
    if (!ok(x)) throw new RangeError(message);
    return x;
  };
const asBeta = check<number>(b => b >= 0 && b < 1, 'beta must be at least 0 and below 1');
const asAmount = check<number>(a => !(a < 0), 'must not be negative');
const asRate = check<number>(
  r => r > 0 && Number.isFinite(r),
  'learningRate must be positive and finite',
);
const asKind = check<Kind>(k => /^(sgd|momentum|nesterov|rmsprop|adamw?)$/.test(k), 'no such kind');

const memory = (kind: Kind, g: number[], s: OptimizerState, h: Hyper): OptimizerState => {
  const b1 = () => asBeta(h.beta1 ?? 0.9);
  const b2 = () => asBeta(h.beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999));
  const sums = kind === 'momentum' || kind === 'nesterov';
  const adams = kind === 'adam' || kind === 'adamw';
  return {
    t: s.t + 1,
    m: sums ? zipWith(sum(b1()))(s.m, g) : adams ? zipWith(mean(b1()))(s.m, g) : copy(s.m),
    v: adams || kind === 'rmsprop' ? zipWith(mean(b2()))(s.v, g.map(square)) : copy(s.v),
  };
};

const direction = (kind: Kind, p: number[], g: number[], s: OptimizerState, h: Hyper): number[] => {
  const eps = () => asAmount(h.epsilon ?? 1e-8);
  if (kind === 'sgd') return g;
  if (kind === 'momentum') return s.m;
  if (kind === 'nesterov') return zipWith(sum(h.beta1 ?? 0.9))(s.m, g);
  if (kind === 'rmsprop') return zipWith(divide(eps()))(g, s.v);
  const mHat = s.m.map(without(h.beta1 ?? 0.9, s.t));
  const vHat = s.v.map(without(h.beta2 ?? 0.999, s.t));
  const u = zipWith(divide(eps()))(mHat, vHat);
  return kind === 'adam' ? u : zipWith(sum(asAmount(h.weightDecay ?? 0.01)))(p, u);
};

export function initialState(d: number): OptimizerState {
  const zeros = () => [...Array(d)].map(() => 0);
  return { t: 0, m: zeros(), v: zeros() };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  asKind(kind);
  const rate = asRate(hyper.learningRate);
  if (![gradient, state.m, state.v].every(xs => xs.length === parameters.length)) {
    throw new TypeError('gradient, m and v must be as long as parameters');
  }
  const next = memory(kind, gradient, state, hyper);
  const u = direction(kind, parameters, gradient, next, hyper);
  return { parameters: zipWith((p, x) => p - rate * x)(parameters, u), state: next };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const first = { parameters: copy(start), state: initialState(start.length) };
  const all = Array.from({ length: steps }).reduce<(typeof first)[]>(
    done => {
      const { parameters, state } = done[done.length - 1];
      done.push(optimizerStep(kind, parameters, gradientAt(copy(parameters)), state, hyper));
      return done;
    },
    [first],
  );
  return all.map(x => x.parameters);
}
