// Whole-vector arithmetic on Float64Array with small BLAS-like helpers, plain arrays only at the border.
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

type Vec = Float64Array;

const vec = (xs: number[]): Vec => Float64Array.from(xs);
const plain = (x: Vec): number[] => Array.from(x);
const scale = (a: number, x: Vec): Vec => x.map(e => a * e);
const axpy = (a: number, x: Vec, y: Vec): Vec => y.map((e, i) => a * x[i] + e);
const times = (x: Vec, y: Vec): Vec => x.map((e, i) => e * y[i]);
const over = (x: Vec, y: Vec): Vec => x.map((e, i) => e / y[i]);
const rootPlus = (x: Vec, eps: number): Vec => x.map(e => Math.sqrt(e) + eps);
const blend = (beta: number, x: Vec, y: Vec): Vec => axpy(beta, x, scale(1 - beta, y));

function refuse(bad: boolean, why: string): void {
  if (bad) throw new RangeError(why);
}

export function initialState(d: number): OptimizerState {
  return { t: 0, m: plain(new Float64Array(d)), v: plain(new Float64Array(d)) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const d = parameters.length;
  if (gradient.length !== d) throw new TypeError('gradient has another length than parameters');
  if (state.m.length !== d) throw new TypeError('m has another length than parameters');
  if (state.v.length !== d) throw new TypeError('v has another length than parameters');

  const isAdam = kind === 'adam' || kind === 'adamw';
  const sums = kind === 'momentum' || kind === 'nesterov';
  const squares = isAdam || kind === 'rmsprop';
  refuse(!(kind === 'sgd' || sums || squares), 'kind');
  refuse(!(hyper.learningRate > 0 && hyper.learningRate <= Number.MAX_VALUE), 'learningRate');
  const b1 = hyper.beta1 === undefined ? 0.9 : hyper.beta1;
  const b2 = hyper.beta2 === undefined ? (isAdam ? 0.999 : 0.9) : hyper.beta2;
  const eps = hyper.epsilon === undefined ? 1e-8 : hyper.epsilon;
  const wd = hyper.weightDecay === undefined ? 0.01 : hyper.weightDecay;
  refuse((sums || isAdam) && !(b1 >= 0 && b1 < 1), 'beta1');
  refuse(squares && !(b2 >= 0 && b2 < 1), 'beta2');
  refuse(squares && eps < 0, 'epsilon');
  refuse(kind === 'adamw' && wd < 0, 'weightDecay');

  const t = state.t + 1;
  const p = vec(parameters);
  const g = vec(gradient);
  let m = vec(state.m);
  let v = vec(state.v);
  if (sums) m = axpy(b1, m, g);
  if (isAdam) m = blend(b1, m, g);
  if (squares) v = blend(b2, v, times(g, g));

  let u = g;
  if (kind === 'momentum') u = m;
  if (kind === 'nesterov') u = axpy(b1, m, g);
  if (kind === 'rmsprop') u = over(g, rootPlus(v, eps));
  if (isAdam) u = over(scale(1 / (1 - b1 ** t), m), rootPlus(scale(1 / (1 - b2 ** t), v), eps));
  if (kind === 'adamw') u = axpy(wd, p, u);
  return {
    parameters: plain(axpy(-hyper.learningRate, u, p)),
    state: { t, m: plain(m), v: plain(v) },
  };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const rows: Vec[] = [vec(start)];
  let state = initialState(start.length);
  while (rows.length < steps + 1) {
    const last = rows[rows.length - 1];
    const step = optimizerStep(kind, plain(last), gradientAt(plain(last)), state, hyper);
    state = step.state;
    rows.push(vec(step.parameters));
  }
  return rows.map(plain);
}
