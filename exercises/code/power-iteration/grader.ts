import {
  absolute,
  type Draw,
  EXACT,
  eachRefused,
  grader,
  isRecord,
  isVector,
  type Law,
  sign,
} from '../../../graders';

/** By how much the largest magnitude exceeds the next, so that no rounding turns a vector round. */
const LEADS = 1.06;
/** By how much a residual misses the tolerance at least, so that no rounding changes the count. */
const APART = 1.2;
/** A number below this, beside others of about 1, may have cancelled to less than single precision can tell. */
const FAINT = 0.03;
/** Iterations that a picture shows. */
const SHOWN = 14;

/** The first row is as long as it should be; another is not. */
const SHORT = [[4, 1, 2], [1, 3], [2, 0, 5]]; // biome-ignore format: a matrix in one row
const LONG = [[4, 1, 2], [1, 3, 0], [2, 0, 5, 1]]; // biome-ignore format: a matrix in one row
/** As many numbers as a square matrix has. */
const RAGGED = [[4, 1, 2], [1, 3], [2, 0, 5, 1]]; // biome-ignore format: a matrix in one row
/** Not square: as many columns as the vector has entries, another number of rows. */
const TALL = [[4, 1], [1, 3], [2, 5]]; // biome-ignore format: a matrix in one row

const bench = (draw: Draw) => {
  const steady = journey(draw, draw.integer(3, 4), draw.uniform(25, 45));
  const flipping = journey(draw, 5, -draw.uniform(0.25, 0.45));

  // The first entry, the largest one and the sum are positive, the entry of largest magnitude is not.
  const contrary = draw.until(
    () => [draw.normal(2, 1), ...draw.shuffle(draw.times(4, i => draw.normal(i ? 3 : -8, 1)))],
    v => {
      const lead = Math.max(...v.map(Math.abs));
      const sum = v.reduce((total, x) => total + x, 0);
      const next = Math.max(...v.map(x => (Math.abs(x) < lead ? Math.abs(x) : 0)));
      return v[0] > 0.2 && sum > 0.5 && v.includes(-lead) && lead > 1.2 * next;
    },
  );
  const plain = draw.until(
    () => draw.times(6, () => draw.normal(0, 3)),
    v => isClear(v.map(x => x / 3)),
  );

  const [p, q, r] = draw.times(3, () => draw.integer(2, 9));
  // Whole numbers: two entries, or all, of the same magnitude.
  const tied = [
    [0, -p, p - 1, p],
    [1, q + 1, 0, -q - 1, q + 1],
    [-r, -r, r],
  ];

  // Diagonal matrices in another order than that of magnitude, and starts on their axes.
  const spectrum = draw.shuffle([11, -7, 4, -2]);
  const axis = draw.integer(0, 3);
  const settled = {
    A: diagonal(spectrum),
    start: spectrum.map((_, i) => (i === axis ? -8 : 0)),
  };

  // The largest eigenvalue stands apart, and the start has no part in its direction.
  const apart = draw.integer(0, 2);
  const widen = (v: number[], x: number) => v.toSpliced(apart, 0, x);
  const [a, b] = [draw.integer(5, 7), draw.integer(2, 3)];
  const astray = {
    A: [widen([a, b], 0), widen([b, a - 3], 0)].toSpliced(
      apart,
      0,
      widen([0, 0], draw.integer(16, 19)),
    ),
    start: widen([p, q + 10], 0),
  };

  const swinging = {
    A: [[0, r], [r, 0]], // biome-ignore format: a matrix in one row
    start: [-4, 0],
    limit: 2 * draw.integer(3, 6) + 1,
  };

  // Eigenvectors on the axes: single precision follows as far as the range of its numbers.
  const fast = { A: diagonal([1, 8]), start: [p, 2 * p] };
  const slow = { A: diagonal([64, 63]), start: [q, draw.pick([-1, 1]) * 2 * q] };

  const turn = draw.until(
    () => journey(draw, 2, draw.uniform(4, 6), SHOWN, 0.86),
    ({ way }) => way.every((v, t) => t === 0 || dot(v, way[t - 1]) > 0.1),
  );
  const odd = draw.until(
    () => ({
      A: symmetric(draw, [5.1, -2.7, 1.6, 0.8]),
      v: draw.times(4, () => draw.normal(0, 3)),
    }),
    ({ A, v }) => {
      const unit = v.map(x => x / length(v));
      return isClear(unit) && Math.abs(rayleighOf(A, unit)) > 0.5 && residualOf(A, unit) > 0.5;
    },
  );
  const broad = draw.until(
    () => ({
      A: symmetric(
        draw,
        draw.times(12, k => 5 - 0.7 * k),
      ),
      v: draw.times(12, () => draw.normal(0, 3)),
    }),
    ({ A, v }) => Math.abs(rayleighOf(A, v)) > 0.5 && residualOf(A, v) > 0.5,
  );
  const negative = { A: odd.A.map(row => row.map(x => -x / 8)), v: odd.v };
  return {
    steady,
    flipping,
    contrary,
    plain,
    tied,
    settled,
    astray,
    swinging,
    fast,
    slow,
    turn,
    odd,
    broad,
    negative,
    single: { A: [[-p - 0.5]], start: [-q] },
    zeros: [0, 0, 0],
    nothing: [[0, 0, 0], [0, 0, 0], [0, 0, 0]], // biome-ignore format: a matrix in one row
    short: contrary.map(x => x * 1e-12),
    near: [1, 2 ** -20],
  };
};

type Bench = ReturnType<typeof bench>;

/**
 * A matrix with one dominant eigenvalue, a start, and a tolerance that the residual comes below for
 * the first time after some iterations, never narrowly; no vector on the way is nearly a tie.
 */
function journey(draw: Draw, d: number, dominant: number, length = 9, ratio = 0.68) {
  return draw.until(
    () => {
      const smaller = draw.times(d - 2, () => draw.uniform(-0.5, 0.5));
      const second = draw.pick([-1, 1]) * ratio;
      const A = symmetric(
        draw,
        [1, second, ...smaller].map(share => share * dominant),
      );
      const start = draw.times(d, () => draw.normal(0, 3));
      const way = [start];
      for (let t = 0; t <= length; t += 1) way[t + 1] = unit(times(A, way[t]));
      way[0] = unit(start);
      const residuals = way.map(v => residualOf(A, v));
      const stop = draw.integer(5, 7);
      const between = Math.sqrt(residuals[stop] * residuals[stop - 1]);
      const tolerance = Number(between.toPrecision(4));
      return { A, start, way, residuals, stop, tolerance };
    },
    ({ way, residuals, stop, tolerance }) =>
      way.every(isClear) &&
      residuals.slice(0, stop).every(rest => rest > APART * tolerance) &&
      residuals[stop] * APART < tolerance &&
      residuals[1] > 0.1 * Math.abs(dominant),
  );
}

/** @returns a matrix with about these eigenvalues, in directions of its own; four digits each. */
function symmetric(draw: Draw, values: number[]): number[][] {
  const basis: number[][] = [];
  while (basis.length < values.length) {
    let v = values.map(() => draw.normal());
    for (const u of basis) {
      const along = dot(u, v);
      v = v.map((x, i) => x - along * u[i]);
    }
    if (length(v) > 0.1) basis.push(v.map(x => x / length(v)));
  }
  const top = Math.max(...values.map(Math.abs));
  const digits = 10 ** (3 - Math.floor(Math.log10(top)));
  return values.map((_, i) =>
    values.map((_, j) => {
      const [low, high] = i < j ? [i, j] : [j, i];
      const cell = values.reduce(
        (sum, value, k) => sum + value * basis[k][low] * basis[k][high],
        0,
      );
      return Math.round(cell * digits) / digits;
    }),
  );
}

function diagonal(values: number[]): number[][] {
  return values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
}

/** Whether no entry is faint, and one leads. */
function isClear(v: number[]): boolean {
  const sizes = v.map(Math.abs).sort((a, b) => b - a);
  return sizes[0] > LEADS * (sizes[1] ?? 0) && sizes[sizes.length - 1] > FAINT;
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

function length(v: number[]): number {
  return Math.sqrt(dot(v, v));
}

function times(A: number[][], v: number[]): number[] {
  return A.map(row => dot(row, v));
}

function unit(v: number[]): number[] {
  const lead = v.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best), 0);
  return v.map(x => x / (Math.sign(lead) * length(v)));
}

function rayleighOf(A: number[][], v: number[]): number {
  return dot(v, times(A, v)) / dot(v, v);
}

function residualOf(A: number[][], v: number[]): number {
  const value = rayleighOf(A, v);
  return length(times(A, v).map((x, i) => x - value * v[i])) / length(v);
}

/** What is returned is an eigenpair to within the tolerance, whatever led there. */
const isEigenpair: Law<Bench> = (value, { bench: { steady } }) => {
  if (!isRecord(value) || typeof value.value !== 'number' || !isVector(value.vector)) {
    return { say: 'The result should hold a value and a vector.' };
  }
  const { vector, value: found } = value;
  if (vector.length !== steady.start.length) {
    return { say: `The vector has ${vector.length} entries, the start ${steady.start.length}.` };
  }
  const rest = length(times(steady.A, vector).map((x, i) => x - found * vector[i]));
  if (rest <= steady.tolerance * 1.001) return null;
  return {
    say: 'A times the vector differs from the value times the vector by more than the tolerance.',
    received: rest,
    expected: steady.tolerance,
    by: rest - steady.tolerance,
  };
};

/**
 * The eigenvalue of largest magnitude of a symmetric 2 × 2 matrix, the other as a part of it, the angle
 * of its eigenvector, and to which side and how far from that line a start lies.
 */
function axesOf([[a, b], [, d]]: number[][], [x, y]: number[]) {
  const [middle, reach] = [(a + d) / 2, Math.hypot((a - d) / 2, b)];
  const value = middle < 0 ? middle - reach : middle + reach;
  const angle = Math.atan2(2 * b, a - d) / 2 + (middle < 0 ? Math.PI / 2 : 0);
  const [along, across] = [Math.cos(angle) * x + Math.sin(angle) * y, Math.cos(angle) * y - Math.sin(angle) * x]; // biome-ignore format: a pair
  const side = Math.sign(along * across) || 1;
  const degrees = (Math.atan2(Math.abs(across), Math.abs(along)) * 180) / Math.PI;
  return { value, ratio: (2 * middle - value) / value, angle, side, degrees };
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees(
      'scales a vector to length 1',
      ({ direction }, { plain, contrary }) => [direction(plain), direction(contrary)],
      { upTo: sign },
    ),
    agrees(
      'makes the entry of largest magnitude positive',
      ({ direction }, { plain, contrary }) => [
        direction(plain),
        direction(plain.map(x => -x)),
        direction(contrary),
        direction(contrary.map(x => -x)),
      ],
    ),
    agrees('lets the first of equal magnitudes decide', ({ direction }, { tied }) =>
      tied.map(v => direction(v)),
    ),
    agrees('gives a single number the direction 1', ({ direction }, { single }) => [
      direction(single.start),
      direction([0.5]),
    ]),
    agrees('knows the direction of a very short vector', ({ direction }, { short }) =>
      direction(short),
    ),

    agrees('takes the Rayleigh quotient of a unit vector', ({ rayleigh }, { steady, flipping }) => [
      rayleigh(steady.A, steady.way[0]),
      rayleigh(flipping.A, flipping.way[3]),
    ]),
    agrees(
      'takes the Rayleigh quotient of a vector of any length',
      ({ rayleigh }, { odd, broad, negative, single }) => [
        rayleigh(odd.A, odd.v),
        rayleigh(broad.A, broad.v),
        rayleigh(negative.A, negative.v),
        rayleigh(single.A, single.start),
      ],
    ),
    agrees('measures the residual of a unit vector', ({ residual }, { steady, flipping }) => [
      residual(steady.A, steady.way[0]),
      residual(flipping.A, flipping.way[1]),
    ]),
    agrees(
      'measures the residual of a vector of any length',
      ({ residual }, { odd, broad, negative }) => [
        residual(odd.A, odd.v),
        residual(broad.A, broad.v),
        residual(negative.A, negative.v),
      ],
    ),
    agrees(
      'finds no residual at an eigenvector',
      ({ residual }, { settled, nothing, plain, single }) => [
        residual(settled.A, settled.start),
        residual(nothing, plain.slice(0, 3)),
        residual(single.A, single.start),
      ],
      { within: absolute(1e-12) },
    ),
    agrees('keeps the digits of a small residual', ({ residual }, { near }) =>
      residual([[8, 0], [0, 1]], near),
    ), // biome-ignore format: a matrix in one row

    agrees(
      'returns the direction of the start where no iteration is allowed',
      ({ powerIteration }, { steady }) =>
        powerIteration(steady.A, steady.start, { maxIterations: 0 }),
    ),
    agrees('makes one iteration', ({ powerIteration }, { steady }) =>
      powerIteration(steady.A, steady.start, { maxIterations: 1 }),
    ),
    agrees('makes as many iterations as it may', ({ powerIteration }, { steady, flipping }) => [
      powerIteration(steady.A, steady.start, { maxIterations: 2, tolerance: 0 }),
      powerIteration(flipping.A, flipping.start, { maxIterations: 4, tolerance: 0 }),
    ]),
    agrees(
      'stops as soon as the residual is within the tolerance',
      ({ powerIteration }, { steady: { A, start, tolerance } }) =>
        powerIteration(A, start, { maxIterations: 50, tolerance }).iterations,
      { within: EXACT },
    ),
    holds(
      'returns a value and a vector that belong together',
      ({ powerIteration }, { steady: { A, start, tolerance } }) =>
        powerIteration(A, start, { maxIterations: 50, tolerance }),
      isEigenpair,
    ),
    agrees(
      'returns the pair it has stopped at',
      ({ powerIteration }, { steady: { A, start, tolerance } }) =>
        powerIteration(A, start, { maxIterations: 50, tolerance }),
    ),
    agrees(
      'finds a negative eigenvalue, on a small scale',
      ({ powerIteration }, { flipping: { A, start, tolerance } }) =>
        powerIteration(A, start, { maxIterations: 60, tolerance }),
    ),
    agrees(
      'makes no iteration from an eigenvector',
      ({ powerIteration }, { settled: { A, start } }) => [
        powerIteration(A, start),
        powerIteration(A, start, { maxIterations: 30, tolerance: 0 }),
      ],
    ),
    agrees('does not divide by zero where A is zero', ({ powerIteration }, { nothing, plain }) => [
      powerIteration(nothing, plain.slice(0, 3), { maxIterations: 5 }),
      powerIteration(nothing, plain.slice(0, 3), { maxIterations: 5, tolerance: 0 }),
    ]),
    agrees('works on a single number', ({ powerIteration }, { single }) =>
      powerIteration(single.A, single.start),
    ),
    agrees(
      'stays among the eigenvectors that the start has a part of',
      ({ powerIteration }, { astray }) => {
        const { value, vector } = powerIteration(astray.A, astray.start, { maxIterations: 90 });
        return { value, vector };
      },
    ),
    agrees(
      'goes on where the value stands and the vector does not',
      ({ powerIteration }, { swinging: { A, start, limit } }) =>
        powerIteration(A, start, { maxIterations: limit }),
    ),
    agrees(
      'has the tolerance 1e-10 unless told otherwise',
      ({ powerIteration }, { fast: { A, start } }) => [
        powerIteration(A, start).iterations,
        powerIteration(A, start, { maxIterations: undefined }).iterations,
        powerIteration(A, start, { maxIterations: 40, tolerance: undefined }).iterations,
      ],
      { within: EXACT },
    ),
    agrees(
      'goes on to its limit where the tolerance is 0',
      ({ powerIteration }, { fast: { A, start } }) =>
        powerIteration(A, start, { maxIterations: 18, tolerance: 0 }).iterations,
      { within: EXACT },
    ),
    agrees(
      'gives up after 1000 iterations unless told otherwise',
      ({ powerIteration }, { slow: { A, start } }) => powerIteration(A, start).iterations,
      { within: EXACT },
    ),
    agrees('has finite numbers after a long run', ({ powerIteration }, { slow: { A, start } }) =>
      powerIteration(A, start, { maxIterations: 1100, tolerance: 0 }),
    ),

    rejects('refuses the direction of a vector of zeros', ({ direction }, { zeros }) =>
      direction(zeros),
    ),
    rejects(
      'refuses the quotient and the residual of a vector of zeros',
      ({ rayleigh, residual }, { steady, nothing, zeros }) =>
        eachRefused(
          () => rayleigh(nothing, zeros),
          () => residual(nothing, zeros),
          () =>
            rayleigh(
              steady.A,
              steady.start.map(() => 0),
            ),
          () =>
            residual(
              steady.A,
              steady.start.map(() => 0),
            ),
        ),
    ),
    rejects('refuses to start from zeros', ({ powerIteration }, { steady: { A, start } }) =>
      eachRefused(
        () =>
          powerIteration(
            A,
            start.map(() => 0),
          ),
        () =>
          powerIteration(
            A,
            start.map(() => 0),
            { maxIterations: 0 },
          ),
      ),
    ),
    rejects(
      'refuses a vector that is too short',
      ({ rayleigh, residual, powerIteration }, { steady: { A, start } }) =>
        eachRefused(
          () => rayleigh(A, start.slice(1)),
          () => residual(A, start.slice(1)),
          () => powerIteration(A, start.slice(1)),
          () => powerIteration(A, start.slice(1), { maxIterations: 0 }),
        ),
    ),
    rejects(
      'refuses a vector that is too long',
      ({ rayleigh, residual, powerIteration }, { steady: { A, start } }) =>
        eachRefused(
          () => rayleigh(A, [...start, 1]),
          () => residual(A, [...start, 1]),
          () => powerIteration(A, [...start, 1]),
          () => powerIteration(A, [...start, 1], { maxIterations: 0 }),
        ),
    ),
    rejects('refuses a matrix that is not square', ({ rayleigh, residual, powerIteration }) =>
      eachRefused(
        () => rayleigh(TALL, [1, 2]),
        () => rayleigh(TALL, [1, 2, 3]),
        () => residual(TALL, [1, 2]),
        () => residual(TALL, [1, 2, 3]),
        () => powerIteration(TALL, [1, 2], { maxIterations: 0 }),
        () => powerIteration(TALL, [1, 2, 3], { maxIterations: 0 }),
      ),
    ),
    rejects('refuses a row of another length', ({ rayleigh, residual, powerIteration }) =>
      eachRefused(
        () => rayleigh(SHORT, [1, 2, 3]),
        () => rayleigh(LONG, [1, 2, 3]),
        () => residual(SHORT, [1, 2, 3]),
        () => residual(LONG, [1, 2, 3]),
        () => powerIteration(SHORT, [1, 2, 3], { maxIterations: 0 }),
        () => powerIteration(LONG, [1, 2, 3], { maxIterations: 0 }),
      ),
    ),
    rejects('refuses short rows beside long ones', ({ rayleigh, residual, powerIteration }) =>
      eachRefused(
        () => rayleigh(RAGGED, [1, 2, 3]),
        () => residual(RAGGED, [1, 2, 3]),
        () => powerIteration(RAGGED, [1, 2, 3], { maxIterations: 0 }),
      ),
    ),
  ],

  mutants: [
    {
      mistake: 'leaves the sign as it comes',
      insteadOf: 'v[largest] < 0 ? -length : length',
      writes: 'length',
      say: 'Your vectors have length 1 and keep the sign they come with. Turn them so that the entry of largest magnitude is positive.',
    },
    {
      mistake: 'makes the largest entry negative',
      insteadOf: 'v[largest] < 0 ?',
      writes: 'v[largest] > 0 ?',
      say: 'The entry of largest magnitude is negative in your vectors. Turn them round where it is.',
    },
    {
      mistake: 'makes the first entry positive',
      insteadOf: 'v[largest] < 0 ?',
      writes: '(v.find(entry => entry !== 0) ?? 0) < 0 ?',
      say: 'Your vectors have a positive first entry. Look at the entry of largest magnitude instead.',
    },
    {
      mistake: 'looks for the largest entry instead of the largest magnitude',
      insteadOf: 'Math.abs(entry) > Math.abs(v[largest])',
      writes: 'entry > v[largest]',
      say: 'Your vectors keep their sign wherever they have a positive entry. Compare magnitudes, then look at the sign of the winner.',
    },
    {
      mistake: 'makes the sum of the entries positive',
      insteadOf: 'v[largest] < 0 ?',
      writes: 'v.reduce((sum, entry) => sum + entry, 0) < 0 ?',
      say: 'Your vectors are turned so that their entries have a positive sum. Look at the entry of largest magnitude alone.',
    },
    {
      mistake: 'lets the last of equal magnitudes decide',
      insteadOf: 'Math.abs(entry) > Math.abs(v[largest])',
      writes: 'Math.abs(entry) >= Math.abs(v[largest])',
      say: 'Where magnitudes are equal, the last of them decides the sign of your vector. Move on only to an entry that is strictly larger.',
    },
    {
      mistake: 'makes every entry positive',
      insteadOf: 'entry / divisor',
      writes: 'Math.abs(entry) / length',
      say: 'No entry of your vectors is negative. Change the sign of the whole vector or of nothing.',
    },
    {
      mistake: 'divides by the largest entry',
      insteadOf: 'entry / divisor',
      writes: 'entry / v[largest]',
      say: 'Your vectors have 1 as their largest entry. Divide by the length instead, the root of the sum of squares.',
    },
    {
      mistake: 'divides by the sum of magnitudes',
      insteadOf: 'entry / divisor',
      writes: 'entry / (Math.sign(divisor) * v.reduce((sum, each) => sum + Math.abs(each), 0))',
      say: 'The magnitudes of your entries add up to 1. Let their squares add up to 1: divide by the root of the sum of squares.',
    },
    {
      mistake: 'divides by the squared length',
      insteadOf: 'entry / divisor',
      writes: 'entry / (divisor * length)',
      say: 'Your vectors are divided by the square of their length. Take the root of the sum of squares.',
    },
    {
      mistake: 'adds a little to the length',
      insteadOf: 'entry / divisor',
      writes: 'entry / (divisor + Math.sign(divisor) * 1e-10)',
      say: 'A very short vector does not come out with length 1, as where a small number is added to the divisor. Divide by the length itself; only zeros need a case of their own.',
    },
    {
      mistake: 'takes a short vector for zero',
      insteadOf: 'if (length === 0) throw',
      writes: 'if (length < 1e-9) throw',
      say: 'A vector with entries near 1e-12 is refused. Only a vector of zeros has no direction.',
    },
    {
      mistake: 'does not divide the Rayleigh quotient',
      insteadOf: 'dot(v, times(A, v)) / dot(v, v)',
      writes: 'dot(v, times(A, v))',
      say: 'Your quotient grows with the square of the length of v. Divide by v · v.',
    },
    {
      mistake: 'divides the Rayleigh quotient by the length',
      insteadOf: 'dot(v, times(A, v)) / dot(v, v)',
      writes: 'dot(v, times(A, v)) / Math.sqrt(dot(v, v))',
      say: 'Your quotient is divided by the length of v. Divide by its square, v · v.',
    },
    {
      mistake: 'has no sign in the Rayleigh quotient',
      insteadOf: 'dot(v, times(A, v)) / dot(v, v)',
      writes: 'Math.abs(dot(v, times(A, v)) / dot(v, v))',
      say: 'Your quotient is never negative. Eigenvalues may be; keep the sign.',
    },
    {
      mistake: 'takes the stretch for the quotient',
      insteadOf: 'dot(v, times(A, v)) / dot(v, v)',
      writes: 'Math.sqrt(dot(times(A, v), times(A, v)) / dot(v, v))',
      say: 'Your quotient is the length of Av over the length of v. Take v · Av over v · v, which has a sign and is nearer.',
    },
    {
      mistake: 'does not divide the residual by the length',
      insteadOf: 'return Math.sqrt(dot(rest, rest))',
      writes: 'return Math.sqrt(dot(rest, rest)) * length',
      say: 'Your residual grows with the length of v. Divide by that length.',
    },
    {
      mistake: 'squares the residual',
      insteadOf: 'return Math.sqrt(dot(rest, rest))',
      writes: 'return dot(rest, rest)',
      say: 'Your residual is the square of what is asked for. Take the root of the sum of squares.',
    },
    {
      mistake: 'takes the largest difference for the residual',
      insteadOf: 'return Math.sqrt(dot(rest, rest))',
      writes: 'return Math.max(...rest.map(Math.abs))',
      say: 'Your residual is the largest entry of Av − ρv. Take the length of this vector.',
    },
    {
      mistake: 'measures the residual against the value',
      insteadOf: 'return Math.sqrt(dot(rest, rest))',
      writes: 'return Math.sqrt(dot(rest, rest)) / (Math.abs(value) || 1)',
      say: 'Your residual is divided by the magnitude of the quotient. Leave it as it is.',
    },
    {
      mistake: 'takes the residual from a difference of squares',
      insteadOf: 'return Math.sqrt(dot(rest, rest));',
      writes: `const image = times(A, unit);
  return Math.sqrt(Math.max(0, dot(image, image) - value ** 2));`,
      say: 'Near an eigenvector your residual has lost its digits, as the difference of two nearly equal squares does. Compute Av − ρv entry by entry, and take the length of that.',
    },
    {
      mistake: 'leaves the last column out of the product',
      insteadOf: 'A.map(row => dot(row, v)); // [d]',
      writes: 'A.map(row => dot(row.slice(0, -1), v));',
      say: 'Your numbers equal what you get when products leave out the last column of A. Let the sum over j run to the end.',
    },
    {
      mistake: 'starts from ones',
      insteadOf: 'direction(initial); // [d]',
      writes: 'direction(direction(initial).map(() => 1));',
      say: 'Your numbers equal what you get from a start of ones, whatever is given. Begin with the direction of `initial`.',
    },
    {
      mistake: 'nudges the start',
      insteadOf: 'direction(initial); // [d]',
      writes: 'direction(direction(initial).map((entry, i) => entry + 1e-8 / (i + 1)));',
      say: 'From a start without any part along the largest eigenvector, yours arrives there all the same, as it does when something small is added. Begin with the direction of `initial` and nothing else.',
    },
    {
      mistake: 'scales the vector only at the end',
      insteadOf: `    vector = direction(times(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };`,
      writes: `    vector = times(A, vector);
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector: direction(vector), iterations };`,
      say: 'After a long run your numbers are not finite, as where the vector grows with every product. Bring it back to length 1 in every iteration.',
    },
    {
      mistake: 'makes one iteration more than the limit',
      insteadOf: 'iterations < maxIterations',
      writes: 'iterations <= maxIterations',
      say: 'Your run makes one iteration more than maxIterations allows. Ask before you multiply.',
    },
    {
      mistake: 'ignores the limit',
      insteadOf: 'iterations < maxIterations &&',
      writes: 'iterations < Math.max(maxIterations, 1000) &&',
      say: 'Your run goes on past maxIterations. Stop when that many iterations have been made.',
    },
    {
      mistake: 'takes a limit of 0 for none given',
      insteadOf: 'options.maxIterations ?? 1000',
      writes: 'options.maxIterations || 1000',
      say: 'A maxIterations of 0 counts as missing in your code. Use the default only where the option is undefined: ?? does that, || does not.',
    },
    {
      mistake: 'takes a tolerance of 0 for none given',
      insteadOf: 'options.tolerance ?? 1e-10',
      writes: 'options.tolerance || 1e-10',
      say: 'A tolerance of 0 counts as missing in your code, so the run ends before its limit. Use the default only where the option is undefined.',
    },
    {
      mistake: 'lets undefined replace the limit',
      insteadOf: 'options.maxIterations ?? 1000',
      writes: '{ maxIterations: 1000, ...options }.maxIterations!',
      say: 'Where maxIterations is undefined, your run makes no iteration. A spread copies undefined over a default; use ?? after it.',
    },
    {
      mistake: 'lets undefined replace the tolerance',
      insteadOf: 'options.tolerance ?? 1e-10',
      writes: '{ tolerance: 1e-10, ...options }.tolerance!',
      say: 'Where the tolerance is undefined, your run makes no iteration. A spread copies undefined over a default; use ?? after it.',
    },
    {
      mistake: 'has a lower limit by default',
      insteadOf: 'options.maxIterations ?? 1000',
      writes: 'options.maxIterations ?? 100',
      say: 'Without maxIterations your run ends after 100 iterations. Make 1000 the default.',
    },
    {
      mistake: 'never makes more than 1000 iterations',
      insteadOf: 'options.maxIterations ?? 1000',
      writes: 'Math.min(options.maxIterations ?? 1000, 1000)',
      say: 'Your run ends after 1000 iterations though it may make more. Take 1000 only as the default.',
    },
    {
      mistake: 'has a larger tolerance by default',
      insteadOf: 'options.tolerance ?? 1e-10',
      writes: 'options.tolerance ?? 1e-6',
      say: 'Without a tolerance your run ends where the residual is 1e-6. Make 1e-10 the default.',
    },
    {
      mistake: 'goes on where the residual equals the tolerance',
      insteadOf: 'residual(A, vector) > tolerance',
      writes: 'residual(A, vector) >= tolerance',
      say: 'Where the residual equals the tolerance, 0 for example, your run goes on. Stop there: it goes on only above the tolerance.',
    },
    {
      mistake: 'makes one iteration at least',
      insteadOf: 'residual(A, vector) > tolerance',
      writes:
        '((iterations === 0 && A.flat().some(cell => cell !== 0)) || residual(A, vector) > tolerance)',
      say: 'From an eigenvector your run makes an iteration. Look at the residual before the first one, too.',
    },
    {
      mistake: 'stops when the value hardly changes',
      insteadOf: `    vector = direction(times(A, vector));
    iterations += 1;`,
      writes: `    const before = rayleigh(A, vector);
    vector = direction(times(A, vector));
    iterations += 1;
    if (Math.abs(rayleigh(A, vector) - before) <= tolerance) break;`,
      say: 'Your run ends where the value hardly changes. It may stand still while the vector does not; wait for the residual.',
    },
    {
      mistake: 'stops when the vector hardly changes',
      insteadOf: `    vector = direction(times(A, vector));
    iterations += 1;
  }`,
      writes: `    const before = vector;
    vector = direction(times(A, vector));
    iterations += 1;
    const turned = vector.map((entry, i) => entry - before[i]);
    if (Math.sqrt(dot(turned, turned)) <= tolerance) break;
  }`,
      say: 'Your run ends where the vector hardly changes. Compare the residual with the tolerance, and nothing else.',
    },
    {
      mistake: 'returns the value of the vector before',
      insteadOf: `  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(times(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, vector), vector, iterations };`,
      writes: `  let iterations = 0;
  let previous = vector;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    previous = vector;
    vector = direction(times(A, vector));
    iterations += 1;
  }
  return { value: rayleigh(A, previous), vector, iterations };`,
      say: 'Your value belongs to the vector before the last iteration. Take the quotient of the vector that you return.',
    },
    {
      mistake: 'returns how much the vector is stretched',
      insteadOf: 'return { value: rayleigh(A, vector), vector,',
      writes: 'return { value: Math.sqrt(dot(times(A, vector), times(A, vector))), vector,',
      say: 'Your value is the length of A times the vector. It has no sign, and is the eigenvalue only at the end; return the Rayleigh quotient.',
    },
    {
      mistake: 'counts the last look as an iteration',
      insteadOf: 'vector, iterations };',
      writes: 'vector, iterations: Math.min(iterations + 1, maxIterations) };',
      say: 'Where the tolerance ends the run, your count is one too high. Count only the multiplications that moved the vector.',
    },
    {
      mistake: 'returns the vector with the least residual',
      insteadOf: `  let iterations = 0;
  while (iterations < maxIterations && residual(A, vector) > tolerance) {
    vector = direction(times(A, vector));
    iterations += 1;
  }`,
      writes: `  let iterations = 0;
  let current = vector;
  while (iterations < maxIterations && residual(A, current) > tolerance) {
    current = direction(times(A, current));
    if (residual(A, current) < residual(A, vector)) vector = current;
    iterations += 1;
  }`,
      say: 'Where the limit ends the run, your vector is the one with the least residual so far. Return where the last iteration led.',
    },
    {
      mistake: 'accepts a vector of zeros',
      insteadOf: 'if (length === 0) throw',
      writes: 'if (length < 0) throw',
      say: 'A vector of zeros is let through. It has no direction; throw a RangeError.',
    },
    {
      mistake: 'measures only the first row',
      insteadOf: 'A.find(row =>',
      writes: 'A.slice(0, 1).find(row =>',
      say: 'The first row of A is measured and the others are not. Compare the length of every row with the number of rows.',
    },
    {
      mistake: 'counts the cells of all rows together',
      insteadOf: 'A.find(row => row.length !== A.length)',
      writes: '[A.flat()].find(cells => cells.length !== A.length ** 2)',
      say: 'Short rows are let through where long ones make up for them. Compare the length of every row by itself.',
    },
    {
      mistake: 'accepts a vector that is too long',
      insteadOf: 'v.length !== A.length',
      writes: 'v.length < A.length',
      say: 'A vector with more entries than A has rows is let through. Throw a TypeError unless the numbers are equal.',
    },
    {
      mistake: 'accepts a vector that is too short',
      insteadOf: 'v.length !== A.length',
      writes: 'v.length > A.length',
      say: 'A vector with fewer entries than A has rows is let through. Throw a TypeError unless the numbers are equal.',
    },
  ],

  pictures: [
    {
      kind: 'path',
      title: 'How your vector turned',
      x: 'first entry',
      y: 'second entry',
      experiment: ({ powerIteration }, { turn: { A, start } }) => {
        const xs: number[] = [];
        const ys: number[] = [];
        for (let t = 0; t <= SHOWN; t += 1) {
          const { vector } = powerIteration(A, start, { maxIterations: t, tolerance: 0 });
          xs.push(vector[0]);
          ys.push(vector[1]);
        }
        return { xs, ys };
      },
    },
    {
      kind: 'curve',
      title: 'How the residual fell',
      label: 'residual',
      experiment: ({ powerIteration, residual }, { turn: { A, start } }) => {
        const residuals: number[] = [];
        for (let t = 0; t <= SHOWN; t += 1) {
          const { vector } = powerIteration(A, start, { maxIterations: t, tolerance: 0 });
          residuals.push(residual(A, vector));
        }
        return residuals;
      },
    },
  ],
  tries: {
    knobs: [
      {
        name: 'ratio of eigenvalues, in percent',
        kind: 'count',
        low: () => -100,
        high: () => 100,
        start: ({ turn }) => Math.round(100 * axesOf(turn.A, turn.start).ratio),
      },
      {
        name: 'start off by, in degrees',
        kind: 'count',
        low: () => 0,
        high: () => 90,
        start: ({ turn }) => Math.round(axesOf(turn.A, turn.start).degrees),
      },
    ],
    bench: ({ knobs: [percent, degrees] }, { turn }) => {
      const { value, angle, side } = axesOf(turn.A, turn.start);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const second = (value * percent) / 100;
      const across = (value - second) * c * s;
      const from = angle + (side * degrees * Math.PI) / 180;
      return {
        turn: {
          ...turn,
          A: [
            [value * c * c + second * s * s, across],
            [across, value * s * s + second * c * c],
          ],
          start: [Math.cos(from), Math.sin(from)],
        },
      };
    },
  },
});
