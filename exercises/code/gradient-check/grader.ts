import {
  type Draw,
  grader,
  isRecord,
  isVector,
  type Law,
  named,
  type Value,
  type Violation,
} from '../../../graders';

type Point = number[]; // [d]

/** The function of the prompt, and its gradient. */
const EXAMPLE = named('p ↦ x² y + sin y', ([x, y]: Point) => x * x * y + Math.sin(y));
const EXAMPLE_GRADIENT = named('p ↦ [2xy, x² + cos y]', ([x, y]: Point) => [
  2 * x * y,
  x * x + Math.cos(y),
]);

/** A right gradient is this near at least, whatever the order of operations; most are near 1e-11. */
const NEAR = 1e-7;

/** What tells the default step: at 0, the central difference of k x³ is k h², the forward one of k x² is k h. */
const CUBE = named('p ↦ 10¹⁰ p₀³', ([x]: Point) => 1e10 * x * x * x);
const SQUARE = named('p ↦ 10⁵ p₀²', ([x]: Point) => 1e5 * x * x);

const PLAIN_CUBE = named('p ↦ p₀³', ([x]: Point) => x * x * x);
const FINE_CUBE = named('p ↦ 5 · 10¹⁸ p₀³', ([x]: Point) => 5e18 * x * x * x);
const FINE_SQUARE = named('p ↦ 5 · 10⁹ p₀²', ([x]: Point) => 5e9 * x * x);
const KINKS = named('p ↦ |p₀| + max(0, p₁)', ([x, y]: Point) => Math.abs(x) + Math.max(0, y));
const ROOT = named('p ↦ √p₀ + p₁²', ([x, y]: Point) => Math.sqrt(x) + y * y);
const LOGARITHM = named('p ↦ ln p₀ + p₁²', ([x, y]: Point) => Math.log(x) + y * y);
const POLE = named('p ↦ 1 / p₀² + p₀', ([x]: Point) => 1 / (x * x) + x);
const NONE = named('p ↦ 7', () => 7);
const NO_SLOPES = named('p ↦ []', (): Point => []);
const FLAT = named('p ↦ [0]', () => [0]);
const ROOT_SLOPES = named('p ↦ [0, 2p₁]', ([, y]: Point) => [0, 2 * y]);

/** At zeros, central differences of this are [1, 0] at a step of 1e-5, and forward ones [1, 1]. */
const STEPPED = named('p ↦ 10¹⁰ p₀³ + 10⁵ p₁²', ([x, y]: Point) => 1e10 * x * x * x + 1e5 * y * y);
const THREE = named('p ↦ [3, 0]', () => [3, 0]);
const LONE_THREE = named('p ↦ [3]', () => [3]);

/** Tells a parameter that is not 0 from one that was moved by a whole step and back. */
const SWITCHED = named(
  'p ↦ p₀ + p₂ + (p₁³ where neither p₀ nor p₂ is 0)',
  ([x, y, z]: Point) => x + z + (x !== 0 && z !== 0 ? y ** 3 : 0),
);
const SWITCHED_SLOPES = named('p ↦ [1, 3p₁², 1]', ([, y]: Point) => [1, 3 * y * y, 1]);

/** At p₀ = 0, its slope along p₀ is infinite. */
const WALL = named('p ↦ p₁², and ∞ where p₀ > 0', ([x, y]: Point) => (x > 0 ? Infinity : y * y));
const wallSlopes = (first: number) =>
  named(`p ↦ [${first}, 2p₁]`, ([, y]: Point) => [first, 2 * y]);
const ROOT_NAN = named('p ↦ [NaN, 2p₁]', ([, y]: Point) => [Number.NaN, 2 * y]);

/** Sum of squares that writes running sums into the array that it is given. */
const SCRIBBLER = named('p ↦ Σ (p₀ + … + pᵢ)², summed up inside p', (p: Point) => {
  let total = 0;
  for (let i = 0; i < p.length; i += 1) {
    if (i > 0) p[i] += p[i - 1];
    total += p[i] * p[i];
  }
  return total;
});
const SCRIBBLED_SLOPES = named('p ↦ its gradient', (p: Point) => {
  const slopes = p.map(() => 0);
  for (let i = 0, sum = 0; i < p.length; i += 1) {
    sum += p[i];
    for (let j = 0; j <= i; j += 1) slopes[j] += 2 * sum;
  }
  return slopes;
});
const SQUARES = named('p ↦ Σ pᵢ²', (p: Point) => {
  let total = 0;
  for (let i = 0; i < p.length; i += 1) total += p[i] * p[i];
  return total;
});
const DOUBLER = named('p ↦ 2p, doubled inside p', (p: Point) => {
  for (let i = 0; i < p.length; i += 1) p[i] *= 2;
  return p;
});

const CENTRAL = 'central' as const;
const FORWARD = 'forward' as const;
const BACKWARD = 'backward' as string as 'forward';
/** Every plain object has a field of this name. */
const INHERITED = 'toString' as string as 'forward';
const EMPTY = '' as string as 'forward';

const bench = (draw: Draw) => {
  /** A number with two decimals of either sign, so that calls stay short. */
  const signed = (low: number, high: number) =>
    draw.pick([-1, 1]) * round2(draw.uniform(low, high));
  const positive = (low: number, high: number) => round2(draw.uniform(low, high));
  /** A step so wide that the formula, not its rounding, decides. */
  const width = () => draw.pick([0.2, 0.25, 0.3, 0.4]);

  const cubic = draw.until(
    () => cubicOf(positive(0.6, 1.9), positive(0.6, 1.9), positive(0.6, 1.9), [
      signed(0.5, 2), signed(1.3, 2.4), signed(0.5, 2), signed(0.5, 2),
    ]), // biome-ignore format: a row of four
    ({ slopes }) => slopes.every(slope => Math.abs(slope) > 0.5),
  );
  const { slopes } = cubic;
  const twist = (name: string, change: (slope: number, i: number) => number) =>
    named(name, (p: Point) => cubic.gradient(p).map(change));

  const d = draw.integer(11, 13);
  const again = draw.integer(2, d - 1);
  const spread = {
    f: named('p ↦ p₀ Σ pᵢ + mean of pᵢ³', (p: Point) => {
      let sum = 0;
      let cubes = 0;
      for (let i = 0; i < p.length; i += 1) {
        sum += p[i];
        cubes += p[i] ** 3;
      }
      return p[0] * sum + cubes / p.length;
    }),
    at: draw
      .times(d, () => signed(0.4, 2.4))
      .map((value, i, all) => (i === again ? all[0] : value)),
    step: draw.pick([1.25, 1.5]),
  };

  const rate = positive(0.8, 1.9);
  const start = signed(0.2, 1);
  const single = {
    f: named(`p ↦ exp(${rate} p₀)`, ([x]: Point) => Math.exp(rate * x)),
    at: [start],
    slope: rate * Math.exp(rate * start),
  };

  const far = draw.integer(800, 1200);
  const near = round4(draw.uniform(0.002, 0.009));
  const apart = {
    f: named(
      `p ↦ (p₀ − ${far})³ + (p₁ − ${near})³`,
      ([x, y]: Point) => (x - far) ** 3 + (y - near) ** 3,
    ),
    at: [far, near],
  };
  const distant = {
    f: named(`p ↦ 10¹⁰ (p₀ − ${far})³`, ([x]: Point) => 1e10 * (x - far) ** 3),
    at: [far],
  };

  // Remembers the value for each array, as a cache does that takes arrays for values.
  const [u, v] = [positive(0.6, 1.9), positive(0.6, 1.9)];
  const remembering = () => {
    const known = new WeakMap<Point, number>();
    return (p: Point) => {
      const value = known.get(p) ?? u * p[0] ** 3 + v * p[0] * p[1] ** 2;
      known.set(p, value);
      return value;
    };
  };
  const keeper = {
    f: named(`p ↦ ${u} p₀³ + ${v} p₀ p₁², kept for each array`, remembering()),
    at: [signed(0.5, 2), signed(0.5, 2)],
  };

  // Gives 0 from the moment on when an array that it was given reads otherwise than it did then.
  const watching = () => {
    const given: { array: Point; read: Point }[] = [];
    return (p: Point) => {
      given.push({ array: p, read: [...p] });
      const touched = given.some(({ array, read }) => read.some((value, i) => value !== array[i]));
      return touched ? 0 : u * p[0] ** 3 + v * p[0] * p[1] ** 2;
    };
  };
  const watchers = [1, 2].map(() =>
    named(`p ↦ ${u} p₀³ + ${v} p₀ p₁², and 0 once an array it has kept changes`, watching()),
  );

  // So near 0 that a step swallows them.
  const swallowed = () => draw.pick([-1, 1]) * draw.integer(2, 9) * 1e-23;
  const switched = { at: [swallowed(), signed(0.5, 2), swallowed()], step: width() };

  // At zeros, differences of this are exact to the last few digits.
  const [r, s, t] = [positive(1, 4), positive(1, 4), positive(1, 4)];
  const level = named(
    `p ↦ ${r} p₀ − ${s} p₁ + ${t} p₀ p₁`,
    ([x, y]: Point) => r * x - s * y + t * x * y,
  );
  const levelTimes = (factor: number) =>
    named(`p ↦ ∇f(p), entry 1 times ${factor}`, ([x, y]: Point) => [
      r + t * y,
      (t * x - s) * factor,
    ]);

  // Slopes of some 1e-9, where both sizes together stay below the floor.
  const [slight, claimed] = [positive(1, 4), positive(1, 4)];
  const faint = {
    f: named(`p ↦ ${slight} · 10⁻⁹ p₀`, ([x]: Point) => slight * 1e-9 * x),
    claims: named(`p ↦ [−${claimed} · 10⁻⁹]`, () => [-claimed * 1e-9]),
  };

  // Bends so much that a forward difference at the default step is visibly off.
  const bend = draw.integer(30, 50);
  const steep = {
    f: named(`p ↦ exp(${bend} p₀) + p₁²`, ([x, y]: Point) => Math.exp(bend * x) + y * y),
    gradient: named('p ↦ its gradient', ([x, y]: Point) => [bend * Math.exp(bend * x), 2 * y]),
    at: [signed(0.01, 0.03), signed(0.5, 2)],
  };

  const hidden = draw.integer(0, 2);
  const poisoned = (entry: number, by: number) =>
    named(`p ↦ ∇f(p), but ${by} in entry ${entry}`, (p: Point) =>
      cubic.gradient(p).with(entry, by),
    );

  return {
    example: { at: [signed(1.2, 3), signed(0.3, 1.4)], step: width() },
    cubic: { ...cubic, step: width(), narrow: 0.05 },
    spread,
    single: { ...single, step: width() },
    apart,
    distant,
    corner: [0, 0],
    edge: { root: [0.1, signed(0.5, 2)], logarithm: [0.25, signed(0.5, 2)], step: 0.25 },
    keeper: { ...keeper, step: width() },
    watchers,
    switched,
    nested: { step: draw.pick([0.15, 0.35]) },
    scribbled: draw.times(draw.integer(3, 4), () => signed(0.5, 2)),
    wrong: {
      larger: twist('p ↦ ∇f(p), entries 1 and 2 too large', (slope, i) =>
        i === 1 ? slope * 1.1 : i === 2 ? slope * 1.5 : slope,
      ),
      flipped: twist('p ↦ ∇f(p), entry 1 with the other sign', (slope, i) =>
        i === 1 ? -slope : slope,
      ),
      last: twist('p ↦ ∇f(p), the last entry too small', (slope, i) =>
        i === slopes.length - 1 ? slope * 0.8 : slope,
      ),
    },
    level,
    inside: levelTimes(1.0000016),
    outside: levelTimes(1.0000026),
    faint,
    steep,
    poisons: [poisoned(hidden, Number.NaN), poisoned(hidden + 1, Infinity)],
  };
};

type Bench = ReturnType<typeof bench>;

/** A polynomial in which every parameter but the last bears on the slopes of others. */
function cubicOf(a: number, b: number, c: number, at: Point) {
  const gradient = ([w, x, y, z]: Point) => [
    2 * a * w * x,
    a * w * w - 3 * b * x * x + c * y,
    c * x + 3 * y * y,
    3 * z * z,
  ];
  return {
    f: named(
      `p ↦ ${a} p₀² p₁ − ${b} p₁³ + ${c} p₁ p₂ + p₂³ + p₃³`,
      ([w, x, y, z]: Point) => a * w * w * x - b * x ** 3 + c * x * y + y ** 3 + z ** 3,
    ),
    gradient: named('p ↦ ∇f(p)', gradient),
    slopes: gradient(at),
    at,
  };
}

function round2(x: number): number {
  return Math.round(x * 100) / 100;
}

function round4(x: number): number {
  return Math.round(x * 10000) / 10000;
}

/** How far off a slope is, as a power of ten, for steps that shrink tenfold. A picture is not judged. */
function errorsByStep(slope: number, measure: (step: number) => number): number[] {
  const errors: number[] = [];
  for (let k = 0; k < 14; k += 1) {
    errors[k] = Math.log10(Math.abs(measure(10 ** -k) - slope) + 1e-16);
  }
  return errors;
}

interface Report {
  maxRelativeError: number;
  ok: boolean;
}

function isReport(value: Value): value is { maxRelativeError: number; ok: boolean } {
  return (
    isRecord(value) && typeof value.maxRelativeError === 'number' && typeof value.ok === 'boolean'
  );
}

const NO_REPORT: Violation = {
  say: 'The result should be { maxRelativeError, ok }, a number and a boolean.',
};

/** A law on the reports of several checks of gradients: `demand` says what is wrong with one. */
function reports(demand: (report: Report) => string | null): Law<Bench> {
  return (value, { expected }) => {
    const length = Array.isArray(expected) ? expected.length : 0;
    if (!Array.isArray(value) || value.length !== length) return NO_REPORT;
    for (let k = 0; k < length; k += 1) {
      const report = value[k];
      if (!isReport(report)) return { ...NO_REPORT, path: [k], received: report };
      const say = demand(report);
      if (say) return { say, path: [k], received: report };
    }
    return null;
  };
}

const accepted = reports(({ maxRelativeError, ok }) => {
  if (!(maxRelativeError >= 0 && maxRelativeError < NEAR)) {
    return `The gradient is right, and its largest error came out as ${maxRelativeError}; differences leave far less than 1e-7.`;
  }
  return ok ? null : 'The gradient is right, and ok is false.';
});

const refused = reports(({ maxRelativeError, ok }) => {
  if (ok) return 'An entry of the gradient is not finite, and ok is true.';
  if (Number.isNaN(maxRelativeError) || maxRelativeError === Infinity) return null;
  return `An entry is not finite, and maxRelativeError is ${maxRelativeError}, neither NaN nor Infinity.`;
});

/** The error of a right gradient is rounding, which no two orders of operations share. */
function alike(a: Value, b: Value): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((left, k) => {
    const right = b[k];
    if (!isReport(left) || !isReport(right) || left.ok !== right.ok) return false;
    const [x, y] = [left.maxRelativeError, right.maxRelativeError];
    if (!Number.isFinite(x) || !Number.isFinite(y))
      return !Number.isFinite(x) && !Number.isFinite(y);
    return Math.abs(x - y) <= 1e-6 * Math.max(Math.abs(x), Math.abs(y)) + 1e-8;
  });
}

/** What comes of an array that was spoilt hangs on how the code is put, so it can name no mistake. */
const always = () => true;

/** The slopes of the sum of squares of running sums, as if f had left its array alone. */
const undisturbed: Law<Bench> = (value, { expected }) => {
  if (!Array.isArray(value) || !Array.isArray(expected) || value.length !== expected.length) {
    return { say: 'A gradient is missing.' };
  }
  for (const [k, wanted] of expected.entries()) {
    const slopes = value[k];
    if (!isVector(slopes) || !isVector(wanted) || slopes.length !== wanted.length) {
      return { say: 'A numerical gradient should have one number for each parameter.', path: [k] };
    }
    const i = slopes.findIndex(
      (slope, j) => !(Math.abs(slope - wanted[j]) <= 5e-5 * Math.abs(wanted[j]) + 1e-6),
    );
    if (i < 0) continue;
    return {
      say: `Entry ${i} is wrong where f writes on the array that it is given. Hand it a new one at every call.`,
      path: [k, i],
      received: slopes[i],
      expected: wanted[i],
    };
  }
  return null;
};

/** Reads the step that was taken off a slope, where `stepOf` knows how. */
function stepsByDefault(stepOf: (slope: number) => number): Law<Bench> {
  return value => {
    if (!isVector(value) || value.length !== 1) {
      return { say: 'A numerical gradient should have one number for each parameter.' };
    }
    const h = stepOf(Math.abs(value[0]));
    if (Math.abs(h - 1e-5) <= 1e-9) return null;
    return {
      say: `This came out as if the step were ${Number(h.toPrecision(3))}. Without options it is 1e-5.`,
      path: [0],
      received: value[0],
      expected: 1,
    };
  };
}
const ofCube = stepsByDefault(slope => Math.sqrt(slope / 1e10));
const ofSquare = stepsByDefault(slope => slope / 1e5);

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'takes the central difference along each of two parameters',
      ({ numericalGradient }, { example: { at, step } }) =>
        numericalGradient(EXAMPLE, at, { step, scheme: CENTRAL }),
    ),
    agrees(
      'moves one parameter at a time and leaves the others as they are',
      ({ numericalGradient }, { cubic: { f, at, step } }) =>
        numericalGradient(f, at, { step, scheme: CENTRAL }),
    ),
    agrees(
      'takes the forward difference where asked',
      ({ numericalGradient }, { cubic: { f, at, step } }) =>
        numericalGradient(f, at, { step, scheme: FORWARD }),
    ),
    agrees(
      'takes central differences unless told otherwise',
      ({ numericalGradient }, { cubic: { f, at, narrow } }) =>
        numericalGradient(f, at, { step: narrow }),
    ),
    agrees('works for one parameter and for many', ({ numericalGradient }, { single, spread }) => [
      numericalGradient(single.f, single.at, { step: single.step }),
      numericalGradient(spread.f, spread.at, { step: spread.step }),
      numericalGradient(spread.f, spread.at, { step: spread.step, scheme: FORWARD }),
    ]),
    agrees(
      'takes the same step for large and for small parameters',
      ({ numericalGradient }, { apart, single }) =>
        numericalGradient(apart.f, apart.at, { step: single.step }),
    ),
    agrees(
      'passes the other parameters exactly as given',
      ({ numericalGradient }, { switched: { at, step } }) => [
        numericalGradient(SWITCHED, at, { step }),
        numericalGradient(SWITCHED, at, { step, scheme: FORWARD }),
      ],
    ),
    holds(
      'steps by 1e-5 unless told otherwise',
      ({ numericalGradient }) => numericalGradient(CUBE, [0]),
      ofCube,
    ),
    holds(
      'steps by 1e-5 far from 0 as well',
      ({ numericalGradient }, { distant }) => numericalGradient(distant.f, distant.at),
      ofCube,
    ),
    holds(
      'steps by 1e-5 in forward differences too',
      ({ numericalGradient }) => numericalGradient(SQUARE, [0], { scheme: FORWARD }),
      ofSquare,
    ),
    agrees('takes steps of any size', ({ numericalGradient }) => [
      numericalGradient(PLAIN_CUBE, [0], { step: 7 }),
      numericalGradient(FINE_CUBE, [0], { step: 1e-9 }),
      numericalGradient(SQUARES, [0], { step: 700, scheme: FORWARD }),
      numericalGradient(FINE_SQUARE, [0], { step: 1e-9, scheme: FORWARD }),
    ]),
    agrees(
      'takes an option that is undefined for one that is not given',
      ({ numericalGradient }, { cubic: { f, at, narrow } }) => [
        numericalGradient(f, at, { step: narrow, scheme: undefined }),
        numericalGradient(CUBE, [0], { step: undefined }),
      ],
    ),
    agrees('follows the formula at a kink', ({ numericalGradient }, { corner }) => [
      numericalGradient(KINKS, corner, { step: 0.25 }),
      numericalGradient(KINKS, corner, { step: 0.25, scheme: FORWARD }),
    ]),
    agrees(
      'follows the formula where f is not a number or not finite',
      ({ numericalGradient }, { edge: { root, logarithm, step } }) => [
        numericalGradient(ROOT, root, { step }),
        numericalGradient(LOGARITHM, logarithm, { step }),
        numericalGradient(LOGARITHM, [0, 1], { step, scheme: FORWARD }),
        numericalGradient(POLE, [0], { step }),
      ],
    ),
    agrees('gives no slopes for no parameters', ({ numericalGradient }) => [
      numericalGradient(NONE, []),
      numericalGradient(NONE, [], { scheme: FORWARD }),
    ]),
    agrees(
      'hands f a new array at every call',
      ({ numericalGradient }, { keeper: { f, at, step } }) => [
        numericalGradient(f, at, { step }),
        numericalGradient(f, at, { step, scheme: FORWARD }),
      ],
    ),
    agrees(
      'leaves alone every array that it has handed over',
      ({ numericalGradient }, { watchers: [one, other], keeper: { at, step } }) => [
        numericalGradient(one, at, { step }),
        numericalGradient(other, at, { step, scheme: FORWARD }),
      ],
    ),
    holds(
      'is not disturbed by an f that writes on its array',
      ({ numericalGradient }, { scribbled, single: { step } }) => [
        numericalGradient(SCRIBBLER, scribbled, { step }),
        numericalGradient(SCRIBBLER, scribbled, { step, scheme: FORWARD }),
      ],
      undisturbed,
      { alike: always },
    ),
    agrees('may be called by f itself', ({ numericalGradient }, { cubic: { f, at, step } }) => {
      const slope = named(
        'p ↦ numericalGradient(f, p)[1]',
        (p: Point) => numericalGradient(f, p, { step })[1],
      );
      return numericalGradient(slope, at, { step });
    }),
    agrees(
      'may be called by f itself with other options',
      ({ numericalGradient }, { cubic: { f, at, step }, nested }) => {
        const ahead = named(
          'p ↦ numericalGradient(f, p, forward)[1]',
          (p: Point) => numericalGradient(f, p, { ...nested, scheme: FORWARD })[1],
        );
        const around = named(
          'p ↦ numericalGradient(f, p, central)[1]',
          (p: Point) => numericalGradient(f, p, { ...nested, scheme: CENTRAL })[1],
        );
        return [
          numericalGradient(ahead, at, { step }),
          numericalGradient(around, at, { step, scheme: FORWARD }),
        ];
      },
    ),

    agrees(
      'finds the largest relative error of a wrong gradient',
      ({ gradientCheck }, { cubic: { f, at }, wrong }) => [
        gradientCheck(f, wrong.larger, at),
        gradientCheck(f, wrong.last, at),
      ],
    ),
    agrees(
      'sees a sign that is the wrong way round',
      ({ gradientCheck }, { cubic: { f, at }, wrong }) => gradientCheck(f, wrong.flipped, at),
    ),
    holds(
      'accepts a right gradient',
      ({ gradientCheck }, { example, cubic }) => [
        gradientCheck(EXAMPLE, EXAMPLE_GRADIENT, example.at),
        gradientCheck(cubic.f, cubic.gradient, cubic.at),
      ],
      accepted,
      { alike },
    ),
    holds(
      'accepts a right gradient where the step swallows a parameter',
      ({ gradientCheck }, { switched: { at } }) => [gradientCheck(SWITCHED, SWITCHED_SLOPES, at)],
      accepted,
      { alike },
    ),
    holds(
      'accepts a right gradient where f bends sharply',
      ({ gradientCheck }, { steep }) => [gradientCheck(steep.f, steep.gradient, steep.at)],
      accepted,
      { alike },
    ),
    agrees(
      'compares with central differences at the default step',
      ({ gradientCheck }, { corner, distant }) => [
        gradientCheck(STEPPED, THREE, corner),
        gradientCheck(distant.f, LONE_THREE, distant.at),
      ],
    ),
    agrees(
      'draws the line between right and wrong at 1e-6',
      ({ gradientCheck }, { level, inside, outside, corner }) => [
        gradientCheck(level, inside, corner),
        gradientCheck(level, outside, corner),
      ],
    ),
    agrees(
      'divides by 1e-8 where both slopes are tiny',
      ({ gradientCheck }, { faint: { f, claims } }) => [
        gradientCheck(f, claims, [0]),
        gradientCheck(f, FLAT, [0]),
      ],
    ),
    agrees('finds no error where both slopes are 0', ({ gradientCheck }, { example }) =>
      gradientCheck(NONE, FLAT, [example.at[0]]),
    ),
    holds(
      'never accepts slopes that are not finite',
      ({ gradientCheck }, { cubic: { f, at }, poisons, edge: { root } }) => [
        gradientCheck(f, poisons[0], at),
        gradientCheck(f, poisons[1], at),
        gradientCheck(ROOT, ROOT_SLOPES, [0, root[1]]),
        gradientCheck(ROOT, ROOT_NAN, [0, root[1]]),
        gradientCheck(WALL, wallSlopes(0), [0, root[1]]),
        gradientCheck(WALL, wallSlopes(-Infinity), [0, root[1]]),
      ],
      refused,
      { alike },
    ),
    holds(
      'never accepts an infinite slope, even where the claim is the same',
      ({ gradientCheck }, { edge: { root } }) => [
        gradientCheck(WALL, wallSlopes(Infinity), [0, root[1]]),
      ],
      refused,
      { alike },
    ),
    agrees('accepts an empty gradient of no parameters', ({ gradientCheck }) =>
      gradientCheck(NONE, NO_SLOPES, []),
    ),
    holds(
      'hands the gradient an array of its own',
      ({ gradientCheck }, { scribbled }) => [gradientCheck(SQUARES, DOUBLER, scribbled)],
      accepted,
      { alike },
    ),
    holds(
      'accepts a right gradient of an f that writes on its array',
      ({ gradientCheck }, { scribbled }) => [gradientCheck(SCRIBBLER, SCRIBBLED_SLOPES, scribbled)],
      accepted,
      { alike: always },
    ),
    agrees(
      'may be called by the f and the gradient that it checks',
      ({ gradientCheck }, { cubic: { f, at }, wrong, corner }) => {
        const inner = () => gradientCheck(STEPPED, THREE, corner).maxRelativeError;
        return gradientCheck(
          named('p ↦ f(p) + the error of another check', (p: Point) => f(p) + inner()),
          named('p ↦ a wrong gradient, after another check', (p: Point) =>
            inner() > 0 ? wrong.larger(p) : [],
          ),
          at,
        );
      },
    ),

    rejects('refuses a step of 0', ({ numericalGradient }) =>
      numericalGradient(EXAMPLE, [2, 1], { step: 0 }),
    ),
    rejects('refuses a negative step', ({ numericalGradient }) =>
      numericalGradient(EXAMPLE, [2, 1], { step: -1e-5, scheme: FORWARD }),
    ),
    rejects('refuses a step that is not a number', ({ numericalGradient }) =>
      numericalGradient(EXAMPLE, [2, 1], { step: Number.NaN }),
    ),
    rejects('refuses an infinite step', ({ numericalGradient }) =>
      numericalGradient(EXAMPLE, [2, 1], { step: Infinity, scheme: FORWARD }),
    ),
    rejects('refuses a bad step where there is nothing to move', ({ numericalGradient }) =>
      numericalGradient(NONE, [], { step: 0 }),
    ),
    rejects('refuses a scheme that it does not know', ({ numericalGradient }) =>
      numericalGradient(EXAMPLE, [2, 1], { scheme: BACKWARD }),
    ),
    rejects(
      'refuses a scheme named like something that every object has',
      ({ numericalGradient }) => numericalGradient(EXAMPLE, [2, 1], { scheme: INHERITED }),
    ),
    rejects('refuses a scheme without a name', ({ numericalGradient }) =>
      numericalGradient(EXAMPLE, [2, 1], { scheme: EMPTY }),
    ),
    rejects('refuses an unknown scheme where there is nothing to move', ({ numericalGradient }) =>
      numericalGradient(NONE, [], { scheme: BACKWARD }),
    ),
    rejects('refuses a gradient with an entry too few', ({ gradientCheck }) =>
      gradientCheck(EXAMPLE, FLAT, [2, 1]),
    ),
    rejects('refuses an empty gradient of two parameters', ({ gradientCheck }) =>
      gradientCheck(EXAMPLE, NO_SLOPES, [2, 1]),
    ),
    rejects('refuses a gradient with an entry too many', ({ gradientCheck }) =>
      gradientCheck(SQUARES, THREE, [2]),
    ),
    rejects('refuses slopes where there are no parameters', ({ gradientCheck }) =>
      gradientCheck(NONE, FLAT, []),
    ),
  ],

  mutants: [
    {
      mistake: 'takes forward differences always',
      insteadOf: `if (scheme === 'forward') return`,
      writes: 'if (scheme) return',
      say: 'Your numbers are forward differences whatever the scheme. For `central`, go a step to either side and divide by both.',
    },
    {
      mistake: 'takes central differences always',
      insteadOf: `if (scheme === 'forward') return`,
      writes: 'if (!scheme) return',
      say: 'Your numbers are central differences also where the scheme is `forward`. There, subtract the value at the point itself and divide by one step.',
    },
    {
      mistake: 'divides a central difference by one step',
      insteadOf: '- moved(i, -step)) / (2 * step)',
      writes: '- moved(i, -step)) / step',
      say: 'Your central differences are twice too large. The two points lie two steps apart, so divide by 2h.',
    },
    {
      mistake: 'divides a forward difference by two steps',
      insteadOf: '- moved(i, 0)) / step',
      writes: '- moved(i, 0)) / (2 * step)',
      say: 'Your forward differences are half of what they should be. The two points lie one step apart, so divide by h.',
    },
    {
      mistake: 'looks back where forward is asked',
      insteadOf: '(moved(i, step) - moved(i, 0)) / step',
      writes: '(moved(i, 0) - moved(i, -step)) / step',
      say: 'Your forward differences compare the point with the one a step below. Compare it with the one a step above.',
    },
    {
      mistake: 'takes the central difference the wrong way round',
      insteadOf: '(moved(i, step) - moved(i, -step))',
      writes: '(moved(i, -step) - moved(i, step))',
      say: 'Your central differences have the right size and the opposite sign. Take the value above minus the value below.',
    },
    {
      mistake: 'moves the parameters before it along',
      insteadOf: 'j === i ? value + by : value',
      writes: 'j <= i ? value + by : value',
      say: 'Your numbers equal what you get when the parameters before the one in question move with it. Move one, and leave all others as they are given.',
    },
    {
      mistake: 'never puts a moved parameter back',
      insteadOf: 'j === i ? value + by : value',
      writes: `j === i ? value + by : j < i ? value + (scheme === 'forward' ? step : -step) : value`,
      say: 'Your numbers equal what you get when a parameter that was moved stays where it was left. Begin with the parameters as given for every entry.',
    },
    {
      mistake: 'moves all parameters at once',
      insteadOf: '(j === i ? value + by : value)',
      writes: 'value + by',
      say: 'Every entry of yours is the change when all parameters move together. Move parameter i alone for entry i.',
    },
    {
      mistake: 'sets the other parameters to 0',
      insteadOf: 'j === i ? value + by : value',
      writes: 'j === i ? value + by : 0',
      say: 'Your numbers equal what you get when f sees 0 for every parameter that is not moved. Pass the others as they are given.',
    },
    {
      mistake: 'looks for the parameter by its value',
      insteadOf: 'j === i ? value + by : value',
      writes: 'j === parameters.indexOf(parameters[i]) ? value + by : value',
      say: 'Where two parameters are equal, your numbers are the slope of the first for both. Go by the index, not by the value.',
    },
    {
      mistake: 'moves every parameter of the same value',
      insteadOf: 'j === i ? value + by : value',
      writes: 'value === parameters[i] ? value + by : value',
      say: 'Where two parameters are equal, your numbers are those of moving both. Go by the index, not by the value.',
    },
    {
      mistake: 'puts a moved parameter back by subtracting',
      insteadOf: `return parameters.map((_, i) => {
    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `const work = [...parameters];
  return parameters.map((_, i) => {
    work[i] += step;
    const ahead = f([...work]);
    work[i] -= scheme === 'forward' ? step : 2 * step;
    const behind = f([...work]);
    if (scheme === 'central') work[i] += step;
    return (ahead - behind) / (scheme === 'forward' ? step : 2 * step);`,
      say: 'A parameter that was moved and moved back is not what it was, for sums are rounded. Begin with the parameters as given for every entry.',
    },
    {
      mistake: 'makes the step relative to the parameter',
      insteadOf: `    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `    const width = step * Math.max(1, Math.abs(parameters[i]));
    if (scheme === 'forward') return (moved(i, width) - moved(i, 0)) / width;
    return (moved(i, width) - moved(i, -width)) / (2 * width);`,
      say: 'Your step grows with the size of the parameter. Here it is the same for all of them; take `step` as it is given.',
    },
    {
      mistake: 'ignores the step',
      insteadOf: `    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `    if (scheme === 'forward') return (moved(i, 1e-5) - moved(i, 0)) / 1e-5;
    return (moved(i, 1e-5) - moved(i, -1e-5)) / 2e-5;`,
      say: 'Your numbers are those of a step of 1e-5, whatever is given. Use `step` both where you move and where you divide.',
    },
    {
      mistake: 'takes the formula with five points',
      insteadOf: `    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (8 * (moved(i, step) - moved(i, -step)) - moved(i, 2 * step) + moved(i, -2 * step)) / (12 * step);`,
      say: 'Your central differences equal the formula with five points. The one asked for has two: a step above and a step below.',
    },
    {
      mistake: 'has a smaller step by default',
      insteadOf: 'step = 1e-5',
      writes: 'step = 1e-6',
      say: 'Without `step`, yours is 1e-6. Make the default 1e-5, in both schemes.',
    },
    {
      mistake: 'has a larger step by default',
      insteadOf: 'step = 1e-5',
      writes: 'step = 1e-3',
      say: 'Without `step`, yours is 1e-3. Make the default 1e-5, in both schemes.',
    },
    {
      mistake: 'averages the slopes of both sides',
      insteadOf: 'return (moved(i, step) - moved(i, -step)) / (2 * step)',
      writes:
        'return ((moved(i, step) - moved(i, 0)) / step + (moved(i, 0) - moved(i, -step)) / step) / 2',
      say: 'Your central differences use the value at the point itself, which shows where that value is not finite. Leave it out: only the points on either side count.',
    },
    {
      mistake: 'replaces a slope that is not a number by 0',
      insteadOf: '- moved(i, -step)) / (2 * step)',
      writes: '- moved(i, -step)) / (2 * step) || 0',
      say: 'Where f is not a number, your slope is 0. Let what the formula gives stand, so that the caller sees it.',
    },
    {
      mistake: 'moves one array up and down',
      insteadOf: `    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    const own = [...parameters];
    own[i] += step;
    const ahead = f(own);
    own[i] -= 2 * step;
    return (ahead - f(own)) / (2 * step);`,
      say: 'Both values of a central difference were asked with one array, and f may keep it or write on it. Build a new array for every call.',
    },
    {
      mistake: 'keeps one working copy for the whole run',
      insteadOf: `return parameters.map((_, i) => {
    if (scheme === 'forward') return (moved(i, step) - moved(i, 0)) / step;
    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `const work = [...parameters];
  return parameters.map((value, i) => {
    work[i] = value + step;
    const ahead = f(work);
    work[i] = scheme === 'forward' ? value : value - step;
    const behind = f(work);
    work[i] = value;
    return (ahead - behind) / (scheme === 'forward' ? step : 2 * step);`,
      say: 'Your calls of f share one working copy, and f may keep it or write on it. Build a new array for each.',
    },
    {
      mistake: 'puts a parameter back in the array it handed over',
      insteadOf: `    return (moved(i, step) - moved(i, -step)) / (2 * step);`,
      writes: `    const own = [...parameters];
    own[i] += step;
    const ahead = f(own);
    own[i] = parameters[i];
    return (ahead - moved(i, -step)) / (2 * step);`,
      say: 'You write on an array after f has got it, and f may have kept it. Build a new one for every call and leave it alone.',
    },
    {
      mistake: 'compares with forward differences',
      insteadOf: 'numericalGradient(f, parameters);',
      writes: `numericalGradient(f, parameters, { scheme: 'forward' });`,
      say: 'Your check compares with forward differences, whose own error is too large for 1e-6. Compare with central ones.',
    },
    {
      mistake: 'compares at another step',
      insteadOf: 'numericalGradient(f, parameters);',
      writes: 'numericalGradient(f, parameters, { step: 1e-4 });',
      say: 'Your check takes differences at a step of 1e-4. Leave the step to the default of numericalGradient, 1e-5.',
    },
    {
      mistake: 'averages the errors',
      insteadOf: 'Math.max(0, ...errors)',
      writes: 'errors.reduce((sum, error) => sum + error, 0) / Math.max(1, errors.length)',
      say: 'Your maxRelativeError is the mean of the errors. Take the largest: one wrong entry among many right ones must show.',
    },
    {
      mistake: 'measures the vectors as a whole',
      insteadOf: 'Math.max(0, ...errors)',
      writes:
        'Math.hypot(...claimed.map((a, i) => a - numerical[i])) / Math.max(1e-8, Math.hypot(...claimed) + Math.hypot(...numerical))',
      say: 'Your error is that of the whole vectors, by their lengths. Form one error for each parameter and take the largest.',
    },
    {
      mistake: 'leaves the difference absolute',
      insteadOf: '/ Math.max(1e-8, Math.abs(a) + Math.abs(b));',
      writes: ';',
      say: 'Your error is the plain difference. Divide it by the sizes of both slopes.',
    },
    {
      mistake: 'divides by the larger size',
      insteadOf: 'Math.abs(a) + Math.abs(b))',
      writes: 'Math.abs(a), Math.abs(b))',
      say: 'Your differences are divided by the larger of the two sizes. Divide by their sum.',
    },
    {
      mistake: 'divides by the mean size',
      insteadOf: 'Math.max(1e-8, Math.abs(a) + Math.abs(b))',
      writes: 'Math.max(1e-8, (Math.abs(a) + Math.abs(b)) / 2)',
      say: 'Your errors are twice too large: they are divided by the mean of both sizes. Divide by their sum.',
    },
    {
      mistake: 'divides by the numerical slope only',
      insteadOf: 'Math.abs(a) + Math.abs(b))',
      writes: 'Math.abs(b))',
      say: 'Your differences are divided by the size of the numerical slope alone. Divide by the sum of both sizes.',
    },
    {
      mistake: 'divides by the claimed slope only',
      insteadOf: 'Math.abs(a) + Math.abs(b))',
      writes: 'Math.abs(a))',
      say: 'Your differences are divided by the size of the claimed slope alone. Divide by the sum of both sizes.',
    },
    {
      mistake: 'divides by the size of the sum',
      insteadOf: 'Math.abs(a) + Math.abs(b))',
      writes: 'Math.abs(a + b))',
      say: 'Your denominator is |a + b|, in which opposite signs cancel. Take each size by itself: |a| + |b|.',
    },
    {
      mistake: 'keeps the sign of the difference',
      insteadOf: 'return Math.abs(a - b) /',
      writes: 'return (a - b) /',
      say: 'Your errors keep their sign, so a claim that is too small counts as no error. Take the absolute difference.',
    },
    {
      mistake: 'has no floor under the denominator',
      insteadOf: 'Math.max(1e-8, Math.abs(a) + Math.abs(b))',
      writes: '(Math.abs(a) + Math.abs(b))',
      say: 'Your denominator may become tiny or 0. Let it be 1e-8 at least.',
    },
    {
      mistake: 'has a floor only where both slopes are 0',
      insteadOf: 'Math.max(1e-8, Math.abs(a) + Math.abs(b))',
      writes: '(Math.abs(a) + Math.abs(b) || 1e-8)',
      say: 'Your denominator is 1e-8 only where both slopes are 0. Take 1e-8 wherever their sizes add up to less.',
    },
    {
      mistake: 'adds the floor to the denominator',
      insteadOf: 'Math.max(1e-8, Math.abs(a) + Math.abs(b))',
      writes: '(1e-8 + Math.abs(a) + Math.abs(b))',
      say: 'Your denominator is the sum of both sizes plus 1e-8. Take the larger of the two instead.',
    },
    {
      mistake: 'overlooks NaN',
      insteadOf: 'Math.max(0, ...errors)',
      writes: 'errors.reduce((most, error) => (error > most ? error : most), 0)',
      say: 'A NaN among your errors goes unseen, because no comparison with NaN is true. Let it through, or report Infinity.',
    },
    {
      mistake: 'sorts errors with NaN among them',
      insteadOf: 'Math.max(0, ...errors)',
      writes: '[...errors].sort((one, other) => other - one)[0] ?? 0',
      say: 'A NaN stays where it is when your errors are sorted, so it need not come first. Look for it by itself, or let Math.max find the largest.',
    },
    {
      mistake: 'takes equal slopes for no error at once',
      insteadOf: 'return Math.abs(a - b) /',
      writes: 'return a === b ? 0 : Math.abs(a - b) /',
      say: 'Two infinite slopes count as equal in your code. Find out first whether both are finite; the floor sees to 0 / 0.',
    },
    {
      mistake: 'says ok where the error is NaN',
      insteadOf: 'ok: maxRelativeError < 1e-6',
      writes: 'ok: !(maxRelativeError >= 1e-6)',
      say: 'Your ok is true where maxRelativeError is NaN, which is not 1e-6 or more either. Ask whether it is below 1e-6.',
    },
    {
      mistake: 'starts the largest error at −Infinity',
      insteadOf: 'Math.max(0, ...errors)',
      writes: 'Math.max(...errors)',
      say: 'Without parameters your maxRelativeError is −Infinity. Let the search for the largest begin at 0.',
    },
    {
      mistake: 'accepts larger errors',
      insteadOf: 'maxRelativeError < 1e-6',
      writes: 'maxRelativeError < 1e-5',
      say: 'Your ok is true for an error above 1e-6. Make that the limit.',
    },
    {
      mistake: 'accepts only smaller errors',
      insteadOf: 'maxRelativeError < 1e-6',
      writes: 'maxRelativeError < 1e-7',
      say: 'Your ok is false for an error just below 1e-6. Make that the limit.',
    },
    {
      mistake: 'says ok where the error is large',
      insteadOf: 'maxRelativeError < 1e-6',
      writes: 'maxRelativeError >= 1e-6',
      say: 'Your ok is true where the error is large. It should be true where it is below 1e-6.',
    },
    {
      mistake: 'lends its parameters to the gradient',
      insteadOf: 'gradient([...parameters])',
      writes: 'gradient(parameters)',
      say: 'Your gradient is called with the caller’s own parameters, and it may write on them. Hand it a copy.',
    },
    {
      mistake: 'accepts a step of 0',
      insteadOf: 'step > 0 &&',
      writes: 'step >= 0 &&',
      say: 'A step of 0 is let through. Throw a RangeError unless the step is above 0.',
    },
    {
      mistake: 'takes a step of 0 for none given',
      insteadOf: `step = 1e-5, scheme = 'central' } = options;`,
      writes: `scheme = 'central' } = options;
  const step = options.step || 1e-5;`,
      say: 'A step of 0 or NaN counts as missing in your code, so the default runs instead. Use the default only where the option is undefined.',
    },
    {
      mistake: 'lets an option that is undefined hide the default',
      insteadOf: `const { step = 1e-5, scheme = 'central' } = options;`,
      writes: `const { step, scheme } = { step: 1e-5, scheme: 'central', ...options };`,
      say: 'An option that is undefined replaces your default. Take the default wherever the option is undefined.',
    },
    {
      mistake: 'accepts negative steps',
      insteadOf: 'step > 0 &&',
      writes: 'step !== 0 &&',
      say: 'A negative step is let through. Throw a RangeError unless the step is above 0.',
    },
    {
      mistake: 'accepts a step that is not a number',
      insteadOf: '!(step > 0 && step < Infinity)',
      writes: 'step <= 0 || step === Infinity',
      say: 'NaN is let through as a step: it is neither below nor above 0. Ask for what is right, step > 0, and refuse the rest.',
    },
    {
      mistake: 'accepts an infinite step',
      insteadOf: 'step > 0 && step < Infinity',
      writes: 'step > 0',
      say: 'An infinite step is let through. Throw a RangeError unless the step is finite.',
    },
    {
      mistake: 'accepts any scheme',
      insteadOf: `scheme !== 'central' && scheme !== 'forward'`,
      writes: '!scheme',
      say: 'An unknown scheme is let through. Throw a RangeError unless it is `central` or `forward`.',
    },
    {
      mistake: 'looks the scheme up among the fields of an object',
      insteadOf: `scheme !== 'central' && scheme !== 'forward'`,
      writes: '!(scheme in { central: 2, forward: 1 })',
      say: 'A scheme named `toString` is let through: every object has a field of that name. Compare with the two names, or ask Object.hasOwn.',
    },
    {
      mistake: 'takes options that are 0 or empty for none given',
      insteadOf: `const { step = 1e-5, scheme = 'central' } = options;`,
      writes: `const step = options.step || 1e-5;
  const scheme = options.scheme || 'central';`,
      say: 'A step of 0 or NaN and an empty scheme count as missing in your code, so the defaults run instead. Use a default only where its option is undefined.',
    },
    {
      mistake: 'checks the options only where there are parameters',
      insteadOf: 'if (!(step > 0',
      writes: `if (parameters.length === 0) return [];
  if (!(step > 0`,
      say: 'Without parameters, bad options are let through. Check step and scheme before anything else.',
    },
    {
      mistake: 'accepts a gradient of any length',
      insteadOf: 'claimed.length !== parameters.length',
      writes: 'claimed.length < 0',
      say: 'A gradient of the wrong length is let through. Compare its length with that of the parameters, and throw a TypeError.',
    },
    {
      mistake: 'accepts an empty gradient',
      insteadOf: 'claimed.length !== parameters.length',
      writes: 'claimed.length > 0 && claimed.length !== parameters.length',
      say: 'An empty gradient is let through where there are parameters. Compare its length with theirs before anything else.',
    },
    {
      mistake: 'never asks the gradient where there are no parameters',
      insteadOf: 'const claimed = gradient(',
      writes: `if (parameters.length === 0) return { maxRelativeError: 0, ok: true };
  const claimed = gradient(`,
      say: 'Without parameters you answer before the gradient is asked, and it may have entries to refuse. Compare the lengths first.',
    },
    {
      mistake: 'accepts a gradient that is too long',
      insteadOf: 'claimed.length !== parameters.length',
      writes: 'claimed.splice(parameters.length) && claimed.length !== parameters.length',
      say: 'A gradient with too many entries is let through. Refuse every length but that of the parameters.',
    },
  ],

  pictures: [
    {
      kind: 'curve',
      title: 'Central differences of an exponential: the error at a step of 1, 0.1, 0.01 … 10⁻¹³',
      label: 'log₁₀ of the error',
      experiment: ({ numericalGradient }, { single: { f, at, slope } }) =>
        errorsByStep(slope, step => numericalGradient(f, at, { step })[0]),
    },
    {
      kind: 'curve',
      title: 'Forward differences of the same: the error at a step of 1, 0.1, 0.01 … 10⁻¹³',
      label: 'log₁₀ of the error',
      experiment: ({ numericalGradient }, { single: { f, at, slope } }) =>
        errorsByStep(slope, step => numericalGradient(f, at, { step, scheme: FORWARD })[0]),
    },
  ],
});
