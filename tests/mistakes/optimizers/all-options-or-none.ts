// The defaults are taken where no option is given; where one is, the others count as given too, as 0.
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

type Config = { code: number; eta: number; b1: number; b2: number; eps: number; wd: number };

const NAMES = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'];
const READS_B1 = 0b110110;
const READS_B2 = 0b111000;

function configure(kind: Kind, given: Hyper): Config {
  const hyper = completed(kind, given);
  const code = NAMES.indexOf(kind);
  if (code < 0) throw new RangeError(`kind: ${String(kind)}`);
  const eta = hyper.learningRate;
  if (!Number.isFinite(eta) || !(eta > 0)) throw new RangeError(`learningRate: ${eta}`);
  const bit = 1 << code;
  const b1 = READS_B1 & bit ? (hyper.beta1 ?? 0.9) : 0;
  const b2 = READS_B2 & bit ? (hyper.beta2 ?? (code === 3 ? 0.9 : 0.999)) : 0;
  const eps = READS_B2 & bit ? (hyper.epsilon ?? 1e-8) : 0;
  const wd = code === 5 ? (hyper.weightDecay ?? 0.01) : 0;
  if (!(b1 >= 0 && b1 < 1)) throw new RangeError(`beta1: ${b1}`);
  if (!(b2 >= 0 && b2 < 1)) throw new RangeError(`beta2: ${b2}`);
  if (eps < 0) throw new RangeError(`epsilon: ${eps}`);
  if (wd < 0) throw new RangeError(`weightDecay: ${wd}`);
  return { code, eta, b1, b2, eps, wd };
}

function kernel(
  cells: Float64Array,
  gradient: number[],
  c: Config,
  pow1: number,
  pow2: number,
): void {
  const { code, eta, b1, b2, eps, wd } = c;
  for (let at = 0, i = 0; at < cells.length; at += 3, i++) {
    const g = gradient[i];
    const p = cells[at];
    let u = g;
    if (code === 1 || code === 2) {
      const m = b1 * cells[at + 1] + g;
      cells[at + 1] = m;
      u = code === 1 ? m : g + b1 * m;
    } else if (code >= 3) {
      const v = b2 * cells[at + 2] + (1 - b2) * g * g;
      cells[at + 2] = v;
      if (code === 3) {
        u = g / (Math.sqrt(v) + eps);
      } else {
        const m = b1 * cells[at + 1] + (1 - b1) * g;
        cells[at + 1] = m;
        u = m / (1 - pow1) / (Math.sqrt(v / (1 - pow2)) + eps) + wd * p;
      }
    }
    cells[at] = p - eta * u;
  }
}

function column(cells: Float64Array, offset: number): number[] {
  const out: number[] = [];
  for (let at = offset; at < cells.length; at += 3) out.push(cells[at]);
  return out;
}

function completed(kind: Kind, hyper: Hyper): Hyper {
  const { learningRate, beta1, beta2, epsilon, weightDecay } = hyper;
  if ([beta1, beta2, epsilon, weightDecay].every(option => option === undefined)) {
    const usual = kind === 'rmsprop' ? 0.9 : 0.999;
    return { learningRate, beta1: 0.9, beta2: usual, epsilon: 1e-8, weightDecay: 0.01 };
  }
  return {
    learningRate,
    beta1: beta1 ?? 0,
    beta2: beta2 ?? 0,
    epsilon: epsilon ?? 0,
    weightDecay: weightDecay ?? 0,
  };
}

export function initialState(d: number): OptimizerState {
  const cells = new Float64Array(3 * d);
  return { t: 0, m: column(cells, 1), v: column(cells, 2) };
}

export function optimizerStep(
  kind: Kind,
  parameters: number[],
  gradient: number[],
  state: OptimizerState,
  hyper: Hyper,
): { parameters: number[]; state: OptimizerState } {
  const c = configure(kind, hyper);
  const d = parameters.length;
  if (gradient.length !== d || state.m.length !== d || state.v.length !== d) {
    throw new TypeError(`expected ${d} numbers in gradient, m and v`);
  }
  const cells = new Float64Array(3 * d);
  for (let i = 0; i < d; i++) cells.set([parameters[i], state.m[i], state.v[i]], 3 * i);
  const t = state.t + 1;
  kernel(cells, gradient, c, c.b1 ** t, c.b2 ** t);
  return { parameters: column(cells, 0), state: { t, m: column(cells, 1), v: column(cells, 2) } };
}

export function minimize(
  kind: Kind,
  gradientAt: (parameters: number[]) => number[],
  start: number[],
  steps: number,
  hyper: Hyper,
): number[][] {
  const c = configure(kind, hyper);
  const d = start.length;
  const cells = new Float64Array(3 * d);
  start.forEach((p, i) => {
    cells[3 * i] = p;
  });
  const path = [column(cells, 0)];
  let pow1 = 1;
  let pow2 = 1;
  for (let k = 0; k < steps; k++) {
    const gradient = gradientAt(column(cells, 0));
    if (gradient.length !== d)
      throw new TypeError(`the gradient has ${gradient.length} numbers, not ${d}`);
    pow1 *= c.b1;
    pow2 *= c.b2;
    kernel(cells, gradient, c, pow1, pow2);
    path.push(column(cells, 0));
  }
  return path;
}
