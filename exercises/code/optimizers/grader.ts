import {
  type Draw,
  EXACT,
  type FittedLines,
  grader,
  type Landscape,
  unchangedWhen,
} from '../../../graders';

const KINDS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw'] as const;
type Kind = (typeof KINDS)[number];

/** The state before the first step, for one parameter. */
const STATE = { t: 0, m: [0], v: [0] };

/** A number that is not near zero, of either sign. */
function away(draw: Draw, low: number, high: number): number {
  return draw.pick([-1, 1]) * draw.uniform(low, high);
}

/**
 * Everything one step needs, under way and with no option at its default. All directions lead away
 * from zero, so that no difference eats the digits of single precision. The betas are such that a
 * missing correction of m and of v cannot make up for each other.
 */
function underway(draw: Draw, d: number) {
  const parameters = draw.times(d, () => away(draw, 0.5, 2));
  const against = (low: number, high: number) =>
    parameters.map(p => -Math.sign(p) * draw.uniform(low, high));
  return {
    parameters,
    gradient: against(0.4, 3),
    state: {
      t: draw.integer(2, 5),
      m: against(0.3, 2),
      v: parameters.map(() => draw.uniform(0.2, 4)),
    },
    hyper: {
      learningRate: draw.uniform(0.2, 0.6),
      beta1: draw.uniform(0.55, 0.8),
      beta2: draw.uniform(0.965, 0.985),
      epsilon: draw.uniform(0.05, 0.2),
      weightDecay: draw.uniform(0.2, 0.5),
    },
  };
}

/** A bowl with its own steepness and bottom along each axis, and a start far up its walls. */
function bowl(draw: Draw, d: number) {
  const bottom = draw.times(d, () => away(draw, 5, 12));
  const steepness = draw.times(d, () => draw.uniform(0.5, 3));
  return {
    bottom,
    steepness,
    start: bottom.map(x => x + away(draw, 1.5, 3.5)),
  };
}

/** The slope of half the steepness times the squared distance from the bottom. */
function slopeOf({ bottom, steepness }: { bottom: number[]; steepness: number[] }) {
  return (p: number[]) => bottom.map((x, j) => steepness[j] * (p[j] - x));
}

/** A gradient that does not look where it is asked: one of the list at each call, round and round. */
function inTurn(gradients: number[][]) {
  let calls = 0;
  return () => {
    calls += 1;
    return [...gradients[(calls - 1) % gradients.length]];
  };
}

const bench = (draw: Draw) => {
  const few = underway(draw, draw.integer(2, 4));
  const five = underway(draw, 5);
  const one = underway(draw, 1);
  const fresh = underway(draw, 3);
  const zeros = () => [0, 0, 0];
  // So small that epsilon counts at its default, and that a rounded number is 0.
  const tiny = draw.times(3, () => away(draw, 1e-8, 5e-8));
  const at = draw.integer(0, 2);
  const d = draw.integer(3, 4);
  const xs = draw.times(9, i => [i - 4 + draw.uniform(-0.4, 0.4)]);
  const line = { weight: away(draw, 0.8, 2), bias: draw.uniform(2, 5) };
  return {
    few,
    five,
    one,
    // No step made yet, and all the same something to go on.
    early: { ...few.state, t: 0 },
    late: { ...few.state, t: draw.integer(110, 140) },
    // Betas so near to 1 that the correction still matters after a hundred steps.
    slow: { ...few.hyper, beta1: draw.uniform(0.972, 0.978), beta2: draw.uniform(0.994, 0.996) },
    // A bound meant for the betas must not meet these.
    aboveOne: { epsilon: draw.uniform(1.2, 2.5), weightDecay: draw.uniform(1.2, 2.5) },
    fresh: { ...fresh, state: { t: 0, m: zeros(), v: zeros() } },
    resting: { ...fresh, gradient: zeros() },
    partly: { ...fresh, gradient: fresh.gradient.with(at, 0) },
    tiny,
    // Against the signs of the parameters, which they drive away from zero.
    large: fresh.parameters.map(p => -Math.sign(p) * draw.uniform(150, 900)),
    several: draw.times(4, () => five.parameters.map(p => -Math.sign(p) * draw.uniform(0.4, 3))),
    // Small steps, for runs.
    gentle: { ...few.hyper, learningRate: draw.uniform(0.05, 0.12) },
    bowl: bowl(draw, draw.integer(2, 4)),
    batches: {
      start: draw.times(d, () => away(draw, 6, 12)),
      gradients: draw.times(6, () => draw.times(d, () => away(draw, 0.4, 3))),
      pause: draw.integer(1, 4),
    },
    steps: draw.integer(4, 7),
    many: draw.integer(120, 150),
    valley: { bottom: [1, -2], steepness: [1, 12], start: [5, 2] },
    rates: { adam: 0.3, momentum: 0.02 },
    cloud: { X: xs, y: xs.map(([x]) => line.weight * x + line.bias + draw.normal(0, 0.3)) },
  };
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'starts with no steps made and nothing remembered',
      ({ initialState }, { steps }) => [initialState(1), initialState(steps)],
      { within: EXACT },
    ),

    agrees(
      'sgd: steps against the gradient',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('sgd', parameters, gradient, state, hyper).parameters,
    ),
    agrees(
      'sgd: counts the step and leaves m and v as they are',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('sgd', parameters, gradient, state, hyper).state,
    ),

    agrees(
      'momentum: adds the gradient to what is left of m',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('momentum', parameters, gradient, state, hyper).state,
    ),
    agrees(
      'momentum: moves along the new m',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('momentum', parameters, gradient, state, hyper).parameters,
    ),

    agrees(
      'nesterov: remembers as momentum does',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('nesterov', parameters, gradient, state, hyper).state,
    ),
    agrees(
      'nesterov: moves along the gradient and the new m together',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('nesterov', parameters, gradient, state, hyper).parameters,
    ),

    agrees(
      'rmsprop: keeps a running mean of squared gradients in v',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('rmsprop', parameters, gradient, state, hyper).state,
    ),
    agrees(
      'rmsprop: divides the gradient by the root of v, plus epsilon',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('rmsprop', parameters, gradient, state, hyper).parameters,
    ),

    agrees(
      'adam: keeps uncorrected running means in m and v',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('adam', parameters, gradient, state, hyper).state,
    ),
    agrees(
      'adam: corrects both means in the first step',
      ({ optimizerStep }, { fresh: { parameters, gradient, state, hyper } }) =>
        optimizerStep('adam', parameters, gradient, state, { ...hyper, epsilon: 0 }).parameters,
    ),
    agrees(
      'adam: corrects by the number of steps, and adds epsilon to the corrected root',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('adam', parameters, gradient, state, hyper).parameters,
    ),
    agrees(
      'adam: still corrects after a hundred steps',
      ({ optimizerStep }, { few: { parameters, gradient }, late, slow }) =>
        optimizerStep('adam', parameters, gradient, late, slow),
    ),
    holds(
      'adam: does not mind the scale of the gradient',
      ({ optimizerStep }, { fresh: { parameters, gradient, state, hyper } }) =>
        [1, 1024, 1 / 1024].map(
          by =>
            optimizerStep(
              'adam',
              parameters,
              gradient.map(g => g * by),
              state,
              { ...hyper, epsilon: 0 },
            ).parameters,
        ),
      unchangedWhen('every gradient of a first step is multiplied by one number'),
    ),

    agrees(
      'adamw: shrinks the parameters beside Adam’s step',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('adamw', parameters, gradient, state, hyper).parameters,
    ),
    agrees(
      'adamw: keeps the decay out of m and v',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) =>
        optimizerStep('adamw', parameters, gradient, state, hyper).state,
    ),

    agrees(
      'momentum, nesterov: have 0.9 as the default of beta1',
      ({ optimizerStep }, { few: { parameters, gradient, state } }) => [
        optimizerStep('momentum', parameters, gradient, state, { learningRate: 0.05 }),
        optimizerStep('nesterov', parameters, gradient, state, { learningRate: 0.05 }),
      ],
    ),
    agrees('rmsprop: has 0.9 and 1e-8 as defaults', ({ optimizerStep }, { few, fresh, tiny }) => [
      optimizerStep('rmsprop', few.parameters, few.gradient, few.state, { learningRate: 0.05 }),
      optimizerStep('rmsprop', fresh.parameters, tiny, fresh.state, { learningRate: 0.5 }),
    ]),
    agrees(
      'adam: has 0.9, 0.999 and 1e-8 as defaults',
      ({ optimizerStep }, { few, fresh, tiny }) => [
        optimizerStep('adam', few.parameters, few.gradient, few.state, { learningRate: 0.05 }),
        optimizerStep('adam', fresh.parameters, tiny, fresh.state, { learningRate: 0.5 }),
      ],
    ),
    agrees(
      'adamw: has the defaults of Adam, and 0.01 for the decay',
      ({ optimizerStep }, { few: { parameters, gradient, state } }) =>
        optimizerStep('adamw', parameters, gradient, state, { learningRate: 4 }),
    ),
    agrees(
      'takes an option of 0 as 0, not as left out',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) => [
        optimizerStep('momentum', parameters, gradient, state, { ...hyper, beta1: 0 }),
        optimizerStep('rmsprop', parameters, gradient, state, { ...hyper, beta2: 0 }),
        optimizerStep('adam', parameters, gradient, state, { ...hyper, beta1: 0, beta2: 0 }),
        optimizerStep('adamw', parameters, gradient, state, { ...hyper, weightDecay: 0 }),
      ],
    ),
    agrees(
      'takes an epsilon of 0 as 0',
      ({ optimizerStep }, { fresh: { parameters, state, hyper }, tiny }) => [
        optimizerStep('rmsprop', parameters, tiny, state, { ...hyper, epsilon: 0 }).parameters,
        optimizerStep('adam', parameters, tiny, state, { ...hyper, epsilon: 0 }).parameters,
      ],
    ),
    agrees(
      'takes an epsilon and a weight decay above 1',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper }, aboveOne }) =>
        (['rmsprop', 'adam', 'adamw'] as const).map(
          kind =>
            optimizerStep(kind, parameters, gradient, state, { ...hyper, ...aboveOne }).parameters,
        ),
    ),
    agrees(
      'takes the default of each option that is left out',
      ({ optimizerStep }, { few: { parameters, gradient, state, hyper } }) => {
        const { learningRate, beta1, beta2, epsilon, weightDecay } = hyper;
        return [{ beta1 }, { beta2 }, { epsilon }, { weightDecay }].map(option =>
          optimizerStep('adamw', parameters, gradient, state, { learningRate, ...option }),
        );
      },
    ),
    agrees(
      'takes m and v as they are given, also where t is 0',
      ({ optimizerStep }, { few: { parameters, gradient, hyper }, early }) =>
        KINDS.map(kind => optimizerStep(kind, parameters, gradient, early, hyper)),
    ),
    agrees(
      'works for a single parameter',
      ({ optimizerStep }, { one: { parameters, gradient, state, hyper } }) =>
        KINDS.map(kind => optimizerStep(kind, parameters, gradient, state, hyper)),
    ),
    agrees(
      'works for five parameters',
      ({ optimizerStep }, { five: { parameters, gradient, state, hyper } }) =>
        KINDS.map(kind => optimizerStep(kind, parameters, gradient, state, hyper)),
    ),
    agrees(
      'stays finite where there never was a gradient',
      ({ optimizerStep }, { fresh: { parameters, state, hyper }, resting: { gradient } }) =>
        KINDS.map(kind => optimizerStep(kind, parameters, gradient, state, hyper)),
    ),
    agrees(
      'goes on by what it remembers where the gradient is 0',
      ({ optimizerStep }, { resting, partly }) =>
        KINDS.flatMap(kind =>
          [resting, partly].map(({ parameters, gradient, state, hyper }) =>
            optimizerStep(kind, parameters, gradient, state, hyper),
          ),
        ),
    ),
    agrees('takes large gradients as they are', ({ optimizerStep }, { few, fresh, large }) =>
      KINDS.map(kind => optimizerStep(kind, fresh.parameters, large, fresh.state, few.hyper)),
    ),
    agrees(
      'carries its state through several steps',
      ({ optimizerStep }, { five: { parameters, hyper, state }, several }) =>
        KINDS.map(kind =>
          several.reduce(
            (now, gradient) => optimizerStep(kind, now.parameters, gradient, now.state, hyper),
            { parameters, state },
          ),
        ),
    ),

    agrees(
      'minimize: returns the start alone where no step is made',
      ({ minimize }, { bowl, gentle }) => minimize('adam', slopeOf(bowl), bowl.start, 0, gentle),
    ),
    agrees('minimize: makes one step', ({ minimize }, { bowl, gentle }) =>
      minimize('momentum', slopeOf(bowl), bowl.start, 1, gentle),
    ),
    agrees(
      'minimize: follows momentum and Nesterov down a bowl',
      ({ minimize }, { bowl, steps, gentle }) => [
        minimize('momentum', slopeOf(bowl), bowl.start, steps, gentle),
        minimize('nesterov', slopeOf(bowl), bowl.start, steps, gentle),
      ],
    ),
    agrees('minimize: follows every kind down a bowl', ({ minimize }, { bowl, steps, gentle }) =>
      KINDS.map(kind => minimize(kind, slopeOf(bowl), bowl.start, steps, gentle)),
    ),
    agrees('minimize: uses the defaults', ({ minimize }, { bowl, steps }) =>
      KINDS.map(kind => minimize(kind, slopeOf(bowl), bowl.start, steps, { learningRate: 0.02 })),
    ),
    agrees(
      'minimize: asks for one gradient in each step',
      ({ minimize }, { bowl, steps, gentle }) => {
        const slope = slopeOf(bowl);
        const callsFor = (kind: Kind, count: number) => {
          let calls = 0;
          const counted = (p: number[]) => {
            calls += 1;
            return slope(p);
          };
          minimize(kind, counted, bowl.start, count, gentle);
          return calls;
        };
        return [...KINDS.map(kind => callsFor(kind, steps)), callsFor('sgd', 0)];
      },
      { within: EXACT },
    ),
    agrees(
      'minimize: takes each gradient as it comes',
      ({ minimize }, { batches: { start, gradients }, gentle }) =>
        KINDS.map(kind => minimize(kind, inTurn(gradients), start, gradients.length, gentle)),
    ),
    agrees(
      'minimize: makes a step also where the gradient is 0',
      ({ minimize }, { batches: { start, gradients, pause }, gentle }) => {
        const paused = gradients.with(
          pause,
          start.map(() => 0),
        );
        return KINDS.map(kind => minimize(kind, inTurn(paused), start, paused.length, gentle));
      },
    ),
    agrees(
      'minimize: goes on for as many steps as asked',
      ({ minimize }, { batches: { start, gradients }, many, few, slow }) => {
        const hyper = { ...slow, learningRate: few.hyper.learningRate };
        const path = minimize('adamw', inTurn(gradients), start, many, hyper);
        return [path.length, path[path.length - 1]];
      },
    ),

    rejects('refuses a kind that is none of the six', ({ optimizerStep }, { few }) =>
      optimizerStep('adagrad' as 'adam', few.parameters, few.gradient, few.state, few.hyper),
    ),
    rejects('refuses an unknown kind on the way', ({ minimize }, { bowl, few }) =>
      minimize('Adam' as 'adam', slopeOf(bowl), bowl.start, 2, few.hyper),
    ),
    rejects('refuses a learning rate of 0', ({ optimizerStep }) =>
      optimizerStep('sgd', [1], [2], STATE, { learningRate: 0 }),
    ),
    rejects('refuses a negative learning rate', ({ minimize }, { bowl }) =>
      minimize('adam', slopeOf(bowl), bowl.start, 2, { learningRate: -0.1 }),
    ),
    rejects('refuses an infinite learning rate', ({ optimizerStep }) =>
      optimizerStep('momentum', [1], [2], STATE, { learningRate: Number.POSITIVE_INFINITY }),
    ),
    rejects('refuses a learning rate that is not a number', ({ optimizerStep }) =>
      optimizerStep('adamw', [1], [2], STATE, { learningRate: Number.NaN }),
    ),
    rejects('refuses a beta1 of 1', ({ optimizerStep }) =>
      optimizerStep('momentum', [1], [2], STATE, { learningRate: 0.1, beta1: 1 }),
    ),
    rejects('refuses a negative beta1', ({ optimizerStep }) =>
      optimizerStep('nesterov', [1], [2], STATE, { learningRate: 0.1, beta1: -0.1 }),
    ),
    rejects('refuses a beta2 of 1', ({ optimizerStep }) =>
      optimizerStep('adam', [1], [2], STATE, { learningRate: 0.1, beta2: 1 }),
    ),
    rejects('refuses a negative beta2', ({ optimizerStep }) =>
      optimizerStep('rmsprop', [1], [2], STATE, { learningRate: 0.1, beta2: -0.5 }),
    ),
    rejects('refuses a beta that is not a number', ({ optimizerStep }) =>
      optimizerStep('adamw', [1], [2], STATE, { learningRate: 0.1, beta1: Number.NaN }),
    ),
    rejects('refuses a beta1 above 1 in Adam too', ({ optimizerStep }) =>
      optimizerStep('adam', [1], [2], STATE, { learningRate: 0.1, beta1: 1.2 }),
    ),
    rejects('refuses a beta2 that is not a number in AdamW too', ({ optimizerStep }) =>
      optimizerStep('adamw', [1], [2], STATE, { learningRate: 0.1, beta2: Number.NaN }),
    ),
    rejects('refuses a negative epsilon', ({ optimizerStep }) =>
      optimizerStep('rmsprop', [1], [2], STATE, { learningRate: 0.1, epsilon: -1e-8 }),
    ),
    rejects('refuses a negative epsilon in Adam too', ({ optimizerStep }) =>
      optimizerStep('adam', [1], [2], STATE, { learningRate: 0.1, epsilon: -0.5 }),
    ),
    rejects('refuses a negative epsilon in AdamW too', ({ optimizerStep }) =>
      optimizerStep('adamw', [1], [2], STATE, { learningRate: 0.1, epsilon: -0.5 }),
    ),
    rejects('refuses a negative weight decay', ({ optimizerStep }) =>
      optimizerStep('adamw', [1], [2], STATE, { learningRate: 0.1, weightDecay: -0.01 }),
    ),
    rejects('refuses a gradient that is too short', ({ optimizerStep }) =>
      optimizerStep('sgd', [1, 2], [3], { t: 0, m: [0, 0], v: [0, 0] }, { learningRate: 0.1 }),
    ),
    rejects('refuses a gradient that is too long', ({ minimize }) =>
      minimize('sgd', () => [1, 2, 3], [1, 2], 1, { learningRate: 0.1 }),
    ),
    rejects('refuses a gradient of another length on the way', ({ minimize }) => {
      const gradientAt = inTurn([
        [1, 2],
        [1, 2, 3],
      ]);
      return minimize('momentum', gradientAt, [1, 2], 2, { learningRate: 0.1 });
    }),
    rejects('refuses an m that does not fit, also where it is not used', ({ optimizerStep }) =>
      optimizerStep('sgd', [1], [2], { t: 0, m: [0, 0], v: [0] }, { learningRate: 0.1 }),
    ),
    rejects('refuses a v that does not fit, also where it is not used', ({ optimizerStep }) =>
      optimizerStep('momentum', [1], [2], { t: 0, m: [0], v: [] }, { learningRate: 0.1 }),
    ),
  ],

  mutants: [
    {
      mistake: 'begins counting at 1',
      insteadOf: 'return { t: 0, m: Array',
      writes: 'return { t: 1, m: Array',
      say: 'Your initial state has t = 1. No step has been made yet: begin at 0, and raise t inside the step.',
    },
    {
      mistake: 'steps uphill',
      insteadOf: 'p - learningRate * direction[j]',
      writes: 'p + learningRate * direction[j]',
      say: 'Your parameters move along the direction, which is uphill. Subtract the step.',
    },
    {
      mistake: 'never counts the steps',
      insteadOf: 'state: { t, m, v }',
      writes: 'state: { t: state.t, m, v }',
      say: 'Your new state has the old t. Every step returns a t that is one higher, in every kind.',
    },
    {
      mistake: 'counts the steps in Adam only',
      insteadOf: 'state: { t, m, v }',
      writes: "state: { t: kind === 'adam' || kind === 'adamw' ? t : state.t, m, v }",
      say: 'Your t rises in Adam and AdamW only. Count the step in every kind.',
    },
    {
      mistake: 'forgets m and v where a kind does not use them',
      insteadOf: 'state: { t, m, v }',
      writes:
        "state: { t, m: kind === 'sgd' || kind === 'rmsprop' ? m.map(() => 0) : m, v: kind.startsWith('adam') || kind === 'rmsprop' ? v : v.map(() => 0) }",
      say: 'Your step sets a list to zero where its kind does not use it. Hand on the numbers that were there.',
    },
    {
      mistake: 'leaves coordinates without a gradient alone',
      insteadOf: 'const g = gradient[j];',
      writes: 'const g = gradient[j];\n    if (g === 0) return 0;',
      say: 'Where the gradient of a coordinate is 0, your step leaves that coordinate, its m and its v as they were. Let 0 go through the same formulas as any other gradient.',
    },
    {
      mistake: 'begins the sum of momentum with the gradient where t is 0',
      insteadOf: `        m[j] = beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + g;`,
      writes: `        m[j] = t === 1 ? g : beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = t === 1 ? g : beta1 * m[j] + g;`,
      say: 'Where t is 0, the m of your momentum becomes the gradient, whatever m was given. Add the gradient to beta1 times the m in the state, in the first step too.',
    },
    {
      mistake: 'forgets what it is given where t is 0',
      insteadOf: `const m = [...state.m]; // [d], copies: a kind that leaves them alone hands them on
  const v = [...state.v]; // [d]`,
      writes: `const m = state.m.map(x => (t === 1 ? 0 : x));
  const v = state.v.map(x => (t === 1 ? 0 : x));`,
      say: 'Where t is 0, your step sets m and v to zero, whatever was given. Take the numbers of the state as they are, in the first step too.',
    },
    {
      mistake: 'averages the gradients in momentum',
      insteadOf: `        m[j] = beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + g;`,
      writes: `        m[j] = beta1 * m[j] + (1 - beta1) * g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + (1 - beta1) * g;`,
      say: 'Your momentum keeps a mean: the gradient comes in with the factor 1 − beta1. Here m is a sum; add the whole gradient.',
    },
    {
      mistake: 'folds the learning rate into the momentum',
      insteadOf: `        m[j] = beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + g;
        return g + beta1 * m[j];`,
      writes: `        m[j] = beta1 * m[j] + learningRate * g;
        return m[j] / learningRate;
      case 'nesterov':
        m[j] = beta1 * m[j] + learningRate * g;
        return g + (beta1 * m[j]) / learningRate;`,
      say: 'Your m holds gradients already multiplied by the learning rate. Sum plain gradients, and multiply when the parameters move.',
    },
    {
      mistake: 'folds minus the learning rate into the momentum',
      insteadOf: `        m[j] = beta1 * m[j] + g;
        return m[j];
      case 'nesterov':
        m[j] = beta1 * m[j] + g;
        return g + beta1 * m[j];`,
      writes: `        m[j] = beta1 * m[j] - learningRate * g;
        return -m[j] / learningRate;
      case 'nesterov':
        m[j] = beta1 * m[j] - learningRate * g;
        return g - (beta1 * m[j]) / learningRate;`,
      say: 'Your m is a velocity: it holds minus the learning rate times each gradient. Sum plain gradients, and subtract when the parameters move.',
    },
    {
      mistake: 'adds the old m in Nesterov',
      insteadOf: 'return g + beta1 * m[j];',
      writes: 'return g + beta1 * state.m[j];',
      say: 'Your Nesterov step adds beta1 times the old m, which is momentum. Use the m that already holds this gradient.',
    },
    {
      mistake: 'adds the whole m in Nesterov',
      insteadOf: 'return g + beta1 * m[j];',
      writes: 'return g + m[j];',
      say: 'Your Nesterov step adds all of the new m to the gradient. Multiply that m by beta1.',
    },
    {
      mistake: 'adds squares up in RMSProp without end',
      insteadOf: 'beta2 * v[j] + (1 - beta2) * g * g;',
      writes: 'v[j] + g * g;',
      say: 'The v of your RMSProp is a plain sum of squares, which is AdaGrad. Shrink the old v by beta2, and let the square in with 1 − beta2.',
    },
    {
      mistake: 'uses beta1 in RMSProp',
      insteadOf: 'v[j] = beta2 * v[j] + (1 - beta2) * g * g;',
      writes: 'v[j] = beta1 * v[j] + (1 - beta1) * g * g;',
      say: 'Your RMSProp decays v by beta1. The option for squares is beta2, with the default 0.9 in this kind.',
    },
    {
      mistake: 'adds epsilon inside the root of RMSProp',
      insteadOf: 'g / (Math.sqrt(v[j]) + epsilon)',
      writes: 'g / Math.sqrt(v[j] + epsilon)',
      say: 'Your RMSProp adds epsilon before the root is taken. Take the root first, then add epsilon.',
    },
    {
      mistake: 'adds epsilon inside every root',
      insteadOf: `        return g / (Math.sqrt(v[j]) + epsilon);
      default: {
        // 'adam' and 'adamw'
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g ** 2;
        // Averages that began at 0 are too small by these factors; the state keeps them as they are.
        const mHat = m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);
        const adaptive = mHat / (Math.sqrt(vHat) + epsilon);`,
      writes: `        return g / Math.sqrt(v[j] + epsilon);
      default: {
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g ** 2;
        const mHat = m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);
        const adaptive = mHat / Math.sqrt(vHat + epsilon);`,
      say: 'In RMSProp and in Adam, your numbers have epsilon inside the root. Take the root first, then add epsilon.',
    },
    {
      mistake: 'adds up the squares of all coordinates',
      insteadOf: `        v[j] = beta2 * v[j] + (1 - beta2) * g * g;
        return g / (Math.sqrt(v[j]) + epsilon);
      default: {
        // 'adam' and 'adamw'
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g ** 2;`,
      writes: `        v[j] = beta2 * v[j] + (1 - beta2) * gradient.reduce((sum, x) => sum + x * x, 0);
        return g / (Math.sqrt(v[j]) + epsilon);
      default: {
        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * gradient.reduce((sum, x) => sum + x * x, 0);`,
      say: 'Every entry of your v takes in the squares of all coordinates together. Take in the square of its own coordinate only.',
    },
    {
      mistake: 'corrects RMSProp as Adam is corrected',
      insteadOf: 'g / (Math.sqrt(v[j]) + epsilon)',
      writes: 'g / (Math.sqrt(v[j] / (1 - beta2 ** t)) + epsilon)',
      say: 'Your RMSProp corrects v for its start at 0. That belongs to Adam; use v as it is.',
    },
    {
      mistake: 'sums the gradients in Adam',
      insteadOf: 'm[j] = beta1 * m[j] + (1 - beta1) * g;',
      writes: 'm[j] = beta1 * m[j] + g;',
      say: 'The m of your Adam is a sum, as in momentum. Make it a mean: the gradient comes in with 1 − beta1.',
    },
    {
      mistake: 'lets the betas of Adam change places',
      insteadOf: `beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g ** 2;`,
      writes: `beta2 * m[j] + (1 - beta2) * g;
        v[j] = beta1 * v[j] + (1 - beta1) * g ** 2;`,
      say: 'Your Adam averages gradients with beta2 and squares with beta1. It is the other way round.',
    },
    {
      mistake: 'corrects nothing',
      insteadOf: `m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);`,
      writes: `m[j];
        const vHat = v[j];`,
      say: 'Your Adam uses m and v uncorrected. Divide them by 1 − beta1 to the power t and 1 − beta2 to the power t before use.',
    },
    {
      mistake: 'corrects only m',
      insteadOf: 'v[j] / (1 - beta2 ** t)',
      writes: 'v[j]',
      say: 'Your Adam corrects m and leaves v as it is. Divide v by 1 − beta2 to the power t.',
    },
    {
      mistake: 'corrects each step as if it were the first',
      insteadOf: `(1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);`,
      writes: `(1 - beta1);
        const vHat = v[j] / (1 - beta2);`,
      say: 'Your correction is that of a first step in every step. Raise each beta to the power of t.',
    },
    {
      mistake: 'corrects by the count from before the step',
      insteadOf: `(1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);`,
      writes: `(1 - beta1 ** state.t);
        const vHat = v[j] / (1 - beta2 ** state.t);`,
      say: 'Your correction takes the t from before the step, which divides 0 by 0 in the first one. Raise t by 1, then correct with it.',
    },
    {
      mistake: 'corrects by the old count, and nothing in the first step',
      insteadOf: `(1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);`,
      writes: `(1 - beta1 ** state.t || 1);
        const vHat = v[j] / (1 - beta2 ** state.t || 1);`,
      say: 'Your first step of Adam is uncorrected, and each later one is corrected with the t from before it. Raise t by 1, then correct with it, from the first step on.',
    },
    {
      mistake: 'divides by the mean square itself in Adam',
      insteadOf: 'mHat / (Math.sqrt(vHat) + epsilon)',
      writes: 'mHat / (vHat + epsilon)',
      say: 'Your Adam divides by the corrected v itself. Divide by its square root.',
    },
    {
      mistake: 'adds epsilon inside the root of Adam',
      insteadOf: 'mHat / (Math.sqrt(vHat) + epsilon)',
      writes: 'mHat / Math.sqrt(vHat + epsilon)',
      say: 'Your Adam adds epsilon before the root is taken. Take the root first, then add epsilon.',
    },
    {
      mistake: 'adds epsilon before the correction',
      insteadOf: 'mHat / (Math.sqrt(vHat) + epsilon)',
      writes: '(mHat * Math.sqrt(1 - beta2 ** t)) / (Math.sqrt(v[j]) + epsilon)',
      say: 'Your Adam adds epsilon to the root of the uncorrected v. Correct v first, take the root, then add epsilon.',
    },
    {
      mistake: 'leaves epsilon out of Adam',
      insteadOf: 'mHat / (Math.sqrt(vHat) + epsilon)',
      writes: 'mHat / (Math.sqrt(vHat) || 1)',
      say: 'Your Adam divides by the root alone. Add epsilon to it in every step.',
    },
    {
      mistake: 'moves Adam along the plain gradient',
      insteadOf: 'mHat / (Math.sqrt(vHat) + epsilon)',
      writes: 'g / (Math.sqrt(vHat) + epsilon)',
      say: 'The numerator of your Adam is the gradient of this step. Use the corrected mean of the gradients.',
    },
    {
      mistake: 'keeps the corrected means',
      insteadOf: `        const mHat = m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);`,
      writes: `        const mHat = (m[j] /= 1 - beta1 ** t);
        const vHat = (v[j] /= 1 - beta2 ** t);`,
      say: 'Your new state holds the corrected means. Keep m and v as they are, and use the corrected ones for this step only.',
    },
    {
      mistake: 'puts the decay into the gradient',
      insteadOf: `        m[j] = beta1 * m[j] + (1 - beta1) * g;
        v[j] = beta2 * v[j] + (1 - beta2) * g ** 2;
        // Averages that began at 0 are too small by these factors; the state keeps them as they are.
        const mHat = m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);
        const adaptive = mHat / (Math.sqrt(vHat) + epsilon);
        return kind === 'adamw' ? adaptive + weightDecay * p : adaptive;`,
      writes: `        const steep = kind === 'adamw' ? g + weightDecay * p : g;
        m[j] = beta1 * m[j] + (1 - beta1) * steep;
        v[j] = beta2 * v[j] + (1 - beta2) * steep ** 2;
        const mHat = m[j] / (1 - beta1 ** t);
        const vHat = v[j] / (1 - beta2 ** t);
        return mHat / (Math.sqrt(vHat) + epsilon);`,
      say: 'Your AdamW adds the decay to the gradient, so that it enters m and v: that is Adam with an L2 penalty. Leave the gradient alone, and add weightDecay times p to the direction.',
    },
    {
      mistake: 'decays without the learning rate',
      insteadOf: 'adaptive + weightDecay * p',
      writes: 'adaptive + (weightDecay * p) / learningRate',
      say: 'Your decay subtracts weightDecay times the parameter in full. It is a part of the direction: the learning rate multiplies it too.',
    },
    {
      mistake: 'decays the parameter after the step',
      insteadOf: 'adaptive + weightDecay * p',
      writes: 'adaptive + weightDecay * (p - learningRate * adaptive)',
      say: 'Your decay looks at the parameter after Adam has moved it. Use the parameter from before the step.',
    },
    {
      mistake: 'decays nothing',
      insteadOf: 'adaptive + weightDecay * p',
      writes: 'adaptive',
      say: 'Your AdamW moves as Adam does. Add weightDecay times the parameter to its direction.',
    },
    {
      mistake: 'decays in Adam too',
      insteadOf: "kind === 'adamw' ? adaptive",
      writes: 'kind ? adaptive',
      say: 'Your Adam decays its parameters. That is AdamW alone; weightDecay has no effect on other kinds.',
    },
    {
      mistake: 'has no decay by default',
      insteadOf: 'weightDecay = 0.01 }',
      writes: 'weightDecay = 0 }',
      say: 'Where weightDecay is left out, your AdamW decays nothing. The default is 0.01.',
    },
    {
      mistake: 'has one default of beta2 for all',
      insteadOf: "kind === 'rmsprop' ? 0.9 : 0.999",
      writes: '0.999',
      say: 'Where beta2 is left out, your RMSProp takes 0.999. Its default is 0.9; 0.999 belongs to Adam and AdamW.',
    },
    {
      mistake: 'has the default of RMSProp in Adam',
      insteadOf: "kind === 'rmsprop' ? 0.9 : 0.999",
      writes: '0.9',
      say: 'Where beta2 is left out, your Adam takes 0.9. Its default is 0.999; 0.9 belongs to RMSProp.',
    },
    {
      mistake: 'has a larger epsilon by default',
      insteadOf: 'epsilon = 1e-8',
      writes: 'epsilon = 1e-7',
      say: 'Where epsilon is left out, yours is 1e-7. The default here is 1e-8.',
    },
    {
      mistake: 'takes an option of 0 for none given',
      insteadOf:
        'const { learningRate, beta1 = 0.9, beta2 = decay2, epsilon = 1e-8, weightDecay = 0.01 } = hyper;',
      writes: `const { learningRate } = hyper;
  const beta1 = hyper.beta1 || 0.9;
  const beta2 = hyper.beta2 || decay2;
  const epsilon = hyper.epsilon || 1e-8;
  const weightDecay = hyper.weightDecay || 0.01;`,
      say: 'An option of 0 counts as missing in your code, so the default is used. Take the default only where the option is undefined: ?? does that, || does not.',
    },
    {
      mistake: 'ignores the options',
      insteadOf: 'weightDecay = 0.01 } = hyper;',
      writes: 'weightDecay = 0.01 }: Hyper = { learningRate: hyper.learningRate };',
      say: 'Your numbers equal those of the default betas, epsilon and decay, whatever is given. Read them from hyper.',
    },

    {
      mistake: 'bounds every option by 1',
      insteadOf: "name.startsWith('beta') ? 1 : Infinity",
      writes: '1',
      say: 'Your code refuses an epsilon or a weight decay of 1 or more. Only the betas have to be below 1.',
    },
    {
      mistake: 'refuses an epsilon of 0',
      insteadOf: 'value >= 0 && value < limit',
      writes: "(name === 'epsilon' ? value > 0 : value >= 0) && value < limit",
      say: 'Your code refuses an epsilon of 0. Only a negative one is refused; 0 is an epsilon like any other.',
    },

    {
      mistake: 'begins each step of the run afresh',
      insteadOf: 'state = next.state;',
      writes: 'state = initialState(start.length);',
      say: 'Your run forgets its state between steps. Hand the state that a step returned to the next one.',
    },
    {
      mistake: 'takes all gradients at the start',
      insteadOf: 'gradientAt([...path[step]])',
      writes: 'gradientAt([...start])',
      say: 'Your run asks for the gradient at the start in every step. Ask at the newest point.',
    },
    {
      mistake: 'takes the gradient ahead of the point',
      insteadOf: 'gradientAt([...path[step]])',
      writes: `gradientAt(
      path[step].map((p, j) =>
        kind === 'nesterov' ? p - hyper.learningRate * (hyper.beta1 ?? 0.9) * state.m[j] : p,
      ),
    )`,
      say: 'With Nesterov, your run asks for the gradient ahead of the newest point. Ask at the point itself; this form of the rule looks ahead inside the step.',
    },
    {
      mistake: 'leaves the start out of the path',
      insteadOf: 'return path;',
      writes: 'return path.slice(1);',
      say: 'Your path begins after the first step. Put the start in front.',
    },
    {
      mistake: 'appends one array again and again',
      insteadOf: 'return path;',
      writes: 'return path.map(() => path[path.length - 1]);',
      say: 'Every row of your path is the last point: one array went into it again and again. Append a fresh array in each step.',
    },
    {
      mistake: 'makes a step too many',
      insteadOf: 'step < steps',
      writes: 'step <= steps',
      say: 'Your run makes one step more than it should. The path has steps + 1 points, the start among them.',
    },
    {
      mistake: 'asks for a gradient at the last point too',
      insteadOf: 'return path;',
      writes: `gradientAt([...path[path.length - 1]]);
  return path;`,
      say: 'Your run asks for one gradient more than it makes steps. Ask once in each step, and not after the last.',
    },

    {
      mistake: 'ends the run at a gradient of 0',
      insteadOf: 'const next = optimizerStep(kind, path[step], gradient, state, hyper);',
      writes: `if (gradient.every(g => g === 0)) break;
    const next = optimizerStep(kind, path[step], gradient, state, hyper);`,
      say: 'Your run ends where the gradient is 0. Make all steps: what is remembered moves the point on, and the next gradient may be another.',
    },
    {
      mistake: 'repeats the point at a gradient of 0',
      insteadOf: 'const next = optimizerStep(kind, path[step], gradient, state, hyper);',
      writes: `if (gradient.every(g => g === 0)) {
      path.push([...path[step]]);
      continue;
    }
    const next = optimizerStep(kind, path[step], gradient, state, hyper);`,
      say: 'Where the gradient is 0, your run repeats the point and keeps the old state. Make a step as with any other gradient.',
    },
    {
      mistake: 'ends the run where a step does not move',
      insteadOf: 'state = next.state;',
      writes: `if (next.parameters.every((p, j) => p === path[step][j])) break;
    state = next.state;`,
      say: 'Your run ends where a step leaves the point in its place. Make all steps: the next gradient may be another.',
    },

    {
      mistake: 'accepts any kind',
      insteadOf: '!Object.keys(USES).includes(kind)',
      writes: 'false',
      say: 'A kind that is none of the six is let through. Throw a RangeError before anything is computed.',
    },
    {
      mistake: 'accepts any learning rate',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'false',
      say: 'Learning rates that are not positive and finite are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts a learning rate that is infinite or not a number',
      insteadOf: '!(learningRate > 0 && learningRate < Infinity)',
      writes: 'learningRate <= 0',
      say: 'An infinite learning rate, or NaN, is let through. Ask whether it is positive and finite, and throw where it is not.',
    },
    {
      mistake: 'accepts any option',
      insteadOf: '!(value >= 0 && value < limit)',
      writes: 'false',
      say: 'Options outside their range are let through. Throw a RangeError for a beta outside 0 ≤ β < 1 and for a negative epsilon or weight decay.',
    },
    {
      mistake: 'accepts a beta of 1',
      insteadOf: 'value < limit',
      writes: 'value <= limit',
      say: 'A beta of 1 is let through. Throw a RangeError unless 0 ≤ β < 1.',
    },
    {
      mistake: 'accepts a beta that is not a number',
      insteadOf: '!(value >= 0 && value < limit)',
      writes: 'value < 0 || value >= limit',
      say: 'A beta of NaN is let through, because no comparison with NaN holds. Ask whether 0 ≤ β < 1, and throw where it does not.',
    },
    {
      mistake: 'looks at no more than the decay in AdamW',
      insteadOf: "['beta1', 'beta2', 'epsilon', 'weightDecay']",
      writes: "['weightDecay']",
      say: 'In AdamW, betas and epsilons outside their range are let through. Refuse there what Adam refuses, and a negative weight decay besides.',
    },
    {
      mistake: 'accepts lists of any length',
      insteadOf: 'list.length !== d',
      writes: 'list.length < 0',
      say: 'Lists that are not as long as the parameters are let through. Compare the lengths of gradient, m and v, and throw a TypeError.',
    },
    {
      mistake: 'accepts lists of another length after the first step',
      insteadOf: 'checkLengths(parameters, gradient, state);',
      writes: 'if (state.t === 0) checkLengths(parameters, gradient, state);',
      say: 'A later gradient that is not as long as the parameters is let through. Compare the lengths in every step.',
    },
    {
      mistake: 'overlooks m and v where they are not used',
      insteadOf: 'Object.entries({ gradient, m, v })',
      writes: 'Object.entries({ gradient, m: gradient, v: gradient, _: m && v && gradient })',
      say: 'An m or a v that is not as long as the parameters is let through where a kind does not use it. Compare both lengths in every kind, and throw a TypeError.',
    },
  ],

  pictures: [
    {
      kind: 'descent',
      title: 'The way of Adam down a valley',
      x: 'parameter 0',
      y: 'parameter 1',
      experiment: ({ minimize }, { valley, rates }) =>
        minimize('adam', slopeOf(valley), valley.start, 60, { learningRate: rates.adam }),
      landscape: ({ valley }) => landscapeOf(valley),
    },
    {
      kind: 'descent',
      title: 'The way of momentum down the same valley',
      x: 'parameter 0',
      y: 'parameter 1',
      experiment: ({ minimize }, { valley, rates }) =>
        minimize('momentum', slopeOf(valley), valley.start, 60, { learningRate: rates.momentum }),
      landscape: ({ valley }) => landscapeOf(valley),
    },
    {
      kind: 'curve',
      title: 'How the loss fell with Adam',
      label: 'loss',
      experiment: ({ minimize }, { valley, rates }) =>
        minimize('adam', slopeOf(valley), valley.start, 60, { learningRate: rates.adam }).map(p =>
          depthIn(valley, p),
        ),
    },
    {
      kind: 'curve',
      title: 'How the loss fell with momentum',
      label: 'loss',
      experiment: ({ minimize }, { valley, rates }) =>
        minimize('momentum', slopeOf(valley), valley.start, 60, {
          learningRate: rates.momentum,
        }).map(p => depthIn(valley, p)),
    },
    {
      kind: 'fitted-lines',
      title: 'A line fitted by your Adam, after 0, 2, 5, 12 and 40 steps',
      experiment: ({ minimize }, { cloud: { X, y } }): FittedLines => {
        const slope = ([weight, bias]: number[]) => {
          const errors = X.map(([x], i) => weight * x + bias - y[i]);
          const mean = (list: number[]) => list.reduce((sum, e) => sum + e, 0) / list.length;
          return [2 * mean(errors.map((e, i) => e * X[i][0])), 2 * mean(errors)];
        };
        const path = minimize('adam', slope, [0, 0], 40, { learningRate: 0.2 });
        const lines = [0, 2, 5, 12, 40].map(t => ({ weight: path[t][0], bias: path[t][1] }));
        return { X, y, lines };
      },
    },
  ],
  tries: {
    knobs: [
      {
        name: 'learning rate of Adam',
        kind: 'rate',
        low: () => 0.01,
        high: () => 3,
        start: ({ rates }) => rates.adam,
      },
      {
        name: 'learning rate of momentum',
        kind: 'rate',
        low: () => 0.001,
        high: () => 0.4,
        start: ({ rates }) => rates.momentum,
      },
    ],
    bench: ({ knobs: [adam, momentum] }, { valley, cloud }) => ({
      valley,
      cloud,
      rates: { adam, momentum },
    }),
  },
});

function landscapeOf(valley: { bottom: number[]; steepness: number[] }): Landscape {
  const [x, y] = valley.bottom;
  return { height: (a, b) => depthIn(valley, [a, b]), bottom: [x, y] };
}

/** Half the steepness times the squared distance from the bottom, over all axes. */
function depthIn({ bottom, steepness }: { bottom: number[]; steepness: number[] }, p: number[]) {
  return bottom.reduce((sum, x, j) => sum + (steepness[j] / 2) * (p[j] - x) ** 2, 0);
}
