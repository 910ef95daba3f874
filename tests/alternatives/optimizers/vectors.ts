// Written on whole vectors, as one would with numpy; the run is a recursion.
type Vector = number[];
type State = { t: number; m: Vector; v: Vector };
type Hyper = {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  weightDecay?: number;
};

const zip = (f: (a: number, b: number) => number) => (a: Vector, b: Vector) =>
  a.map((x, j) => f(x, b[j]));
const add = zip((a, b) => a + b);
const subtract = zip((a, b) => a - b);
const times = zip((a, b) => a * b);
const over = zip((a, b) => a / b);
const scale = (k: number, a: Vector) => a.map(x => k * x);
const root = (a: Vector) => a.map(x => Math.sqrt(x));
const shift = (a: Vector, by: number) => a.map(x => x + by);

/** β multiplied with itself `t` times. */
function power(beta: number, t: number): number {
  let product = 1;
  for (let i = 0; i < t; i++) product *= beta;
  return product;
}

export function initialState(d: number): State {
  return { t: 0, m: scale(0, Array<number>(d).fill(1)), v: scale(0, Array<number>(d).fill(1)) };
}

export function optimizerStep(
  kind: string,
  p: Vector,
  g: Vector,
  { t: before, m, v }: State,
  { learningRate, beta1, beta2, epsilon = 1e-8, weightDecay = 0.01 }: Hyper,
): { parameters: Vector; state: State } {
  if (!(0 < learningRate && learningRate <= Number.MAX_VALUE)) throw new RangeError('rate');
  for (const x of [g, m, v]) if (x.length !== p.length) throw new TypeError('shapes');
  const t = before + 1;
  const needBeta = (value: number) => {
    if (!(value < 1) || value < 0) throw new RangeError(`beta ${value}`);
    return value;
  };
  const done = (u: Vector, m: Vector, v: Vector) => ({
    parameters: subtract(p, scale(learningRate, u)),
    state: { t, m, v },
  });

  switch (kind) {
    case 'sgd':
      return done(g, m.slice(), v.slice());
    case 'momentum': {
      const sum = add(scale(needBeta(beta1 ?? 0.9), m), g);
      return done(sum, sum, v.slice());
    }
    case 'nesterov': {
      const beta = needBeta(beta1 ?? 0.9);
      const sum = add(scale(beta, m), g);
      return done(add(g, scale(beta, sum)), sum, v.slice());
    }
  }
  if (epsilon < 0) throw new RangeError(`epsilon ${epsilon}`);
  const b2 = needBeta(beta2 ?? (kind === 'rmsprop' ? 0.9 : 0.999));
  const squares = add(scale(b2, v), scale(1 - b2, times(g, g)));
  if (kind === 'rmsprop') return done(over(g, shift(root(squares), epsilon)), m.slice(), squares);

  const b1 = needBeta(beta1 ?? 0.9);
  const mean = add(scale(b1, m), scale(1 - b1, g));
  const corrected = scale(1 / (1 - power(b1, t)), mean);
  const spread = shift(root(scale(1 / (1 - power(b2, t)), squares)), epsilon);
  if (kind === 'adam') return done(over(corrected, spread), mean, squares);
  if (kind !== 'adamw') throw new RangeError(`unknown kind ${kind}`);
  if (weightDecay < 0) throw new RangeError('negative decay');
  return done(add(over(corrected, spread), scale(weightDecay, p)), mean, squares);
}

export function minimize(
  kind: string,
  gradientAt: (p: Vector) => Vector,
  start: Vector,
  steps: number,
  hyper: Hyper,
): Vector[] {
  const walk = (p: Vector, state: State, left: number): Vector[] => {
    if (left === 0) return [p];
    const next = optimizerStep(kind, p, gradientAt(p), state, hyper);
    return [p, ...walk(next.parameters, next.state, left - 1)];
  };
  return walk([...start], initialState(start.length), steps);
}
