import {
  cloud,
  type Draw,
  type Evidence,
  EXACT,
  eachRefused,
  grader,
  isMatrix,
  isVector,
  type Law,
  unchangedWhen,
  type Value,
} from '../../../graders';

type Module = typeof import('./solution');

/** How far numbers are moved to see whether their variance survives; beyond ±1000, since that is the question. */
const FAR = 1e9;

const bench = (draw: Draw) => {
  // Summaries that somebody else wrote down: unlike sizes, means on either side of 0 and apart.
  const [few, many] = [draw.integer(4, 9), draw.integer(14, 40)];
  const side = draw.pick([-1, 1]);
  const summary = (n: number) => ({
    n,
    mean: draw.normal(side * draw.uniform(4, 8), 0.5),
    m2: draw.normal(n * draw.uniform(2, 6), 0.5),
  });
  const [a, b] = draw.until(
    () => draw.shuffle([summary(few), summary(many)]),
    ([one, other]) => Math.abs(one.mean - other.mean) > 1,
  );
  const x = draw.normal(a.mean - side * 9, 1);

  // Numbers one by one; the mean stays away from 0.
  const list = (n: number) => {
    const centre = draw.pick([-1, 1]) * draw.uniform(4, 9);
    return draw.times(n, () => draw.normal(centre, draw.uniform(1, 3)));
  };
  const numbers = draw.until(
    () => list(draw.integer(9, 15)),
    xs => Math.abs(total(xs)) > xs.length,
  );
  // Whole numbers that a power of two divides: 0, the mean itself and repetitions among them, moved or not.
  const [p, q] = [draw.integer(2, 6), draw.integer(7, 12)];
  const repeated = [
    ...draw.shuffle([p, p, q, -p]),
    0,
    0,
    (p + q) / 8,
    ...draw.shuffle([-q, -q, p]),
  ];
  const eighths = (n: number) => draw.times(n, () => draw.integer(-70, 70) / 8);
  const near = draw.until(() => eighths(draw.integer(10, 16)), isSpread);
  const parts = draw.until(
    () => [eighths(draw.integer(5, 8)), eighths(draw.integer(9, 13))],
    ([one, other]) =>
      isSpread(one) &&
      isSpread(other) &&
      Math.abs(total(one) / one.length - total(other) / other.length) > 2,
  );

  const table = (n: number, d: number) =>
    draw.until(
      () => cloud(draw, n, d),
      X => !isFlat(X),
    );
  const d = draw.integer(3, 4);
  const X = table(d + draw.integer(3, 6), d);
  const wide = table(draw.integer(3, 4), 5);
  const column = draw.times(draw.integer(6, 9), () => [draw.normal(-4, 2)]);
  const nearRows = draw.until(
    () => draw.times(draw.integer(7, 10), () => eighths(3)),
    rows => !isFlat(rows),
  );
  // Eight rows of eighths, so that 0 comes out as 0 in any order of operations.
  const steady = draw.integer(30, 60) / 8;
  const constant = draw.times(8, () => [draw.integer(-50, 50) / 8, steady]);
  return { a, b, x, numbers, repeated, near, parts, X, wide, column, nearRows, constant };
};

type Bench = ReturnType<typeof bench>;

const total = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0);

/** Whether numbers lie apart enough for a variance that no shift hides. */
function isSpread(xs: readonly number[]): boolean {
  const mean = total(xs) / xs.length;
  return total(xs.map(x => (x - mean) ** 2)) > 8 * xs.length;
}

/** Whether two columns are so nearly uncorrelated that single precision leaves their covariance too few digits. */
function isFlat(X: readonly number[][]): boolean {
  const columns = X[0].map((_, j) => {
    const mean = total(X.map(row => row[j])) / X.length;
    return X.map(row => row[j] - mean);
  });
  const dot = (u: number[], v: number[]) => total(u.map((value, i) => value * v[i]));
  return columns.some((u, j) =>
    columns.some((v, k) => k < j && Math.abs(dot(u, v)) < 0.08 * Math.sqrt(dot(u, u) * dot(v, v))),
  );
}

/** Pushes numbers one by one, from nothing. */
function pushAll({ empty, push }: Pick<Module, 'empty' | 'push'>, xs: readonly number[]) {
  let moments = empty();
  for (const x of xs) moments = push(moments, x);
  return moments;
}

const moved = (xs: readonly number[]) => xs.map(x => x + FAR);

/** The same, for a mean and a variance near 0 and far from it: what comes out must be one answer twice. */
const staysWhenMoved = unchangedWhen('every number grows by a billion') as Law<Bench>;

/**
 * What is left of digits that were lost hangs on the order of operations. So two answers count as the
 * same mistake where they agree near zero and either both or neither agree far away.
 */
function alikeWhenMoved(one: Value, other: Value): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return false;
  const same = (x: Value, y: Value): boolean => {
    if (typeof x === 'number' && typeof y === 'number') {
      return Object.is(x, y) || Math.abs(x - y) <= 1e-6 * Math.max(Math.abs(x), Math.abs(y));
    }
    if (!Array.isArray(x) || !Array.isArray(y) || x.length !== y.length) return false;
    return x.every((entry, i) => same(entry, y[i]));
  };
  const stays = (answer: Value) =>
    staysWhenMoved(answer, { expected: one } as Evidence<Bench>) === null;
  return same(one[0], other[0]) && stays(one) === stays(other);
}

/** A covariance is a matrix that is its own transpose, with nothing below 0 in its diagonal. */
const isSymmetric: Law<Bench> = value => {
  if (!isMatrix(value)) return { say: 'The covariance should be a matrix.' };
  for (let j = 0; j < value.length; j += 1) {
    if (!isVector(value[j]) || value[j].length !== value.length) {
      return { say: 'The covariance should have as many rows as columns.' };
    }
    for (let k = 0; k < j; k += 1) {
      const by = Math.abs(value[j][k] - value[k][j]);
      const allowed = 1e-6 * Math.sqrt(Math.abs(value[j][j] * value[k][k]));
      if (by <= allowed) continue;
      return {
        say: `Columns ${j} and ${k} have another covariance than columns ${k} and ${j}.`,
        path: [j, k],
        received: value[j][k],
        expected: value[k][j],
        by,
        allowed,
      };
    }
  }
  return null;
};

export default grader<Module, typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('begins with nothing', ({ empty }) => empty(), { within: EXACT }),
    agrees('counts one number more', ({ push }, { a, x }) => push(a, x).n, { within: EXACT }),
    agrees('moves the mean by one part in n', ({ push }, { a, x }) => push(a, x).mean),
    agrees('adds to m2 what the new number deviates', ({ push }, { a, b, x }) => [
      push(a, x).m2,
      push(b, x).m2,
    ]),
    agrees('takes a first number for the mean', ({ empty, push }, { x }) => push(empty(), x)),
    agrees('summarises numbers one by one', (module, { numbers }) => pushAll(module, numbers)),
    agrees('counts zeros and repetitions', (module, { repeated }) => pushAll(module, repeated)),
    agrees('counts a number that equals the mean', ({ push }, { a, b }) => [
      push(a, a.mean),
      push({ ...b, mean: 0 }, 0),
    ]),

    agrees('divides by n where ddof is 0', ({ variance }, { a, b }) => [
      variance(a, 0),
      variance(b, 0),
    ]),
    agrees('divides by n − 1 where ddof is 1', ({ variance }, { a, b }) => [
      variance(a, 1),
      variance(b, 1),
    ]),
    agrees('gives a single number the variance 0', ({ variance }, { x }) =>
      variance({ n: 1, mean: x, m2: 0 }, 0),
    ),
    agrees('gives two numbers a variance', ({ variance }, { x }) => [
      variance({ n: 2, mean: x, m2: 12.5 }, 0),
      variance({ n: 2, mean: x, m2: 12.5 }, 1),
    ]),
    agrees('lets equal numbers have the variance 0', ({ variance }, { a, x }) => [
      variance({ n: a.n, mean: x, m2: 0 }, 0),
      variance({ n: a.n, mean: x, m2: 0 }, 1),
    ]),
    agrees('keeps small variances', ({ variance }, { a, b }) => [
      variance({ ...a, m2: a.m2 / 2 ** 33 }, 0),
      variance({ ...b, m2: b.m2 / 2 ** 33 }, 1),
    ]),
    agrees('knows no variance of nothing', ({ variance }) => variance({ n: 0, mean: 0, m2: 0 }, 0)),
    agrees('knows no sample variance of one number', ({ variance }, { x }) =>
      variance({ n: 1, mean: x, m2: 0 }, 1),
    ),
    agrees('knows no sample variance of nothing', ({ variance }) =>
      variance({ n: 0, mean: 0, m2: 0 }, 1),
    ),
    holds(
      'keeps the variance when all numbers move far away',
      (module, { near }) => [
        module.variance(pushAll(module, near), 1),
        module.variance(pushAll(module, moved(near)), 1),
      ],
      staysWhenMoved,
      { alike: alikeWhenMoved },
    ),

    agrees('merges two summaries', ({ merge }, { a, b }) => merge(a, b)),
    agrees('merges them in either order', ({ merge }, { a, b }) => merge(b, a)),
    agrees('merges summaries of single numbers', ({ merge }, { a, x }) => [
      merge(a, { n: 1, mean: x, m2: 0 }),
      merge({ n: 1, mean: x, m2: 0 }, { n: 1, mean: a.mean, m2: 0 }),
    ]),
    agrees('merges summaries of equal mean', ({ merge }, { a, b }) => [
      merge(a, { ...b, mean: a.mean }),
      merge(a, a),
      merge({ ...a, mean: 0 }, { ...b, mean: 0 }),
    ]),
    agrees('merges means on either side of 0', ({ merge }, { a, b }) => [
      merge({ ...a, mean: -2 * a.mean }, b).m2,
      merge({ ...a, mean: 0 }, b),
      merge({ ...a, m2: 0 }, b),
    ]),
    agrees('merges nothing into a summary', ({ merge }, { a }) =>
      merge(a, { n: 0, mean: 0, m2: 0 }),
    ),
    agrees('merges a summary into nothing', ({ merge }, { a }) =>
      merge({ n: 0, mean: 0, m2: 0 }, a),
    ),
    agrees('merges nothing with nothing', ({ merge }) =>
      merge({ n: 0, mean: 0, m2: 0 }, { n: 0, mean: 0, m2: 0 }),
    ),
    holds(
      'keeps the merged variance when all numbers move far away',
      (module, { parts: [one, other] }) => [
        module.merge(pushAll(module, one), pushAll(module, other)).m2,
        module.merge(pushAll(module, moved(one)), pushAll(module, moved(other))).m2,
      ],
      staysWhenMoved,
      { alike: alikeWhenMoved },
    ),

    agrees('multiplies the deviations of every two columns', ({ covariance }, { X }) =>
      covariance(X, 0),
    ),
    holds(
      'gives two columns one covariance, whichever comes first',
      ({ covariance }, { X }) => covariance(X, 0),
      isSymmetric,
    ),
    agrees('divides covariances by n − 1 where ddof is 1', ({ covariance }, { X }) =>
      covariance(X, 1),
    ),
    agrees('takes a table of one column', ({ covariance }, { column }) => [
      covariance(column, 0),
      covariance(column, 1),
    ]),
    agrees('takes a table of more columns than rows', ({ covariance }, { wide }) => [
      covariance(wide, 0),
      covariance(wide.slice(0, 2), 1),
    ]),
    agrees('lets a constant column vary with nothing', ({ covariance }, { constant }) =>
      covariance(constant, 1),
    ),
    agrees('keeps small covariances', ({ covariance }, { X }) =>
      covariance(
        X.map(row => row.map(x => x / 2 ** 14)),
        1,
      ),
    ),
    agrees('gives a single row covariances of 0', ({ covariance }, { X }) =>
      covariance(X.slice(0, 1), 0),
    ),
    agrees('knows no sample covariance of a single row', ({ covariance }, { X }) =>
      covariance(X.slice(0, 1), 1),
    ),
    holds(
      'keeps covariances when the columns move far away',
      ({ covariance }, { nearRows }) => [
        covariance(nearRows, 1),
        covariance(
          nearRows.map(([x, y, z]) => [x + FAR, y - FAR, z + FAR]),
          1,
        ),
      ],
      staysWhenMoved,
      { alike: alikeWhenMoved },
    ),

    rejects('refuses a variance with another ddof', ({ variance }, { a }) =>
      eachRefused(
        () => variance(a, 2 as 1),
        () => variance(a, -1 as 1),
        () => variance(a, 0.5 as 1),
        () => variance(a, Number.NaN as 1),
      ),
    ),
    rejects('refuses a covariance with another ddof', ({ covariance }, { X }) =>
      eachRefused(
        () => covariance(X, 2 as 1),
        () => covariance(X, -1 as 1),
        () => covariance(X, 0.5 as 1),
        () => covariance(X, Number.NaN as 1),
      ),
    ),
    rejects('refuses another ddof where there is too little data', ({ variance, covariance }) =>
      eachRefused(
        () => variance({ n: 0, mean: 0, m2: 0 }, 2 as 1),
        () => variance({ n: 1, mean: 3, m2: 0 }, 2 as 1),
        () => covariance([[1, 2]], 2 as 1),
      ),
    ),
    rejects('refuses a table without rows', ({ covariance }) =>
      eachRefused(
        () => covariance([], 0),
        () => covariance([], 1),
      ),
    ),
    rejects('refuses rows of different lengths', ({ covariance }) =>
      eachRefused(
        () => covariance([[1, 2], [3], [5, 6]], 0),
        () => covariance([[1, 2], [3, 4], [5]], 1),
        () => covariance([[1, 2], [3, 4, 5], [6, 7]], 1),
        () => covariance([[1], [3, 4]], 0),
      ),
    ), // biome-ignore format: a line for each
    rejects('refuses short rows beside long ones', ({ covariance }) =>
      covariance([[1, 2], [3], [4, 5, 6], [7, 8]], 0),
    ), // biome-ignore format: points in one row
  ],

  mutants: [
    {
      mistake: 'squares the deviation from the old mean',
      insteadOf: 'before * after };',
      writes: 'before * before };',
      say: 'What your m2 gains is the square of the distance from the old mean. Multiply that distance by the one from the new mean.',
    },
    {
      mistake: 'squares the deviation from the new mean',
      insteadOf: 'before * after };',
      writes: 'after * after };',
      say: 'What your m2 gains is the square of the distance from the new mean. Multiply that distance by the one from the old mean.',
    },
    {
      mistake: 'adds the square of the number itself',
      insteadOf: 'before * after };',
      writes: 'x * x };',
      say: 'What your m2 gains is x squared. Measure x from the means, not from 0.',
    },
    {
      mistake: 'keeps the variance in m2',
      insteadOf: 'm2: moments.m2 + before * after };',
      writes: 'm2: moments.m2 + (before * after - moments.m2) / n };',
      say: 'Your m2 behaves like a mean of squared deviations. Keep their sum, and divide in `variance`.',
    },
    {
      mistake: 'recovers the sum of squares in push',
      insteadOf: 'm2: moments.m2 + before * after };',
      writes: 'm2: moments.m2 + moments.n * moments.mean ** 2 + x * x - n * mean ** 2 };',
      say: 'Your variance is right near zero and changes when all numbers move far away, as differences of sums of squares do. Let m2 grow by a product of deviations.',
    },
    {
      mistake: 'divides by the old count',
      insteadOf: 'moments.mean + before / n;',
      writes: 'moments.mean + before / (moments.n || 1);',
      say: 'Your mean moves by one part in the old n. Count the new number first, then move by one part in the new n.',
    },
    {
      mistake: 'takes the mean of old mean and new number',
      insteadOf: 'moments.mean + before / n;',
      writes: 'moments.n === 0 ? x : moments.mean + before / 2;',
      say: 'Your mean moves half way to every new number. Move it by one part in n.',
    },
    {
      mistake: 'never pushes a zero',
      insteadOf: 'const n = moments.n + 1;',
      writes: 'if (!x) return { ...moments };\n  const n = moments.n + 1;',
      say: 'A 0 that is pushed leaves your summary as it was. Count it like any other number.',
    },
    {
      mistake: 'never counts what equals the mean',
      insteadOf: 'const n = moments.n + 1;',
      writes:
        'if (moments.n > 0 && x === moments.mean) return { ...moments };\n  const n = moments.n + 1;',
      say: 'A number that equals the mean leaves your summary as it was. It changes neither mean nor m2; count it all the same.',
    },

    {
      mistake: 'swaps the meanings of ddof in variance',
      insteadOf: 'moments.m2 / (moments.n - ddof);',
      writes: 'moments.m2 / (moments.n - 1 + ddof);',
      say: 'Your variance divides by n where ddof is 1 and by n − 1 where it is 0. Subtract ddof from n.',
    },
    {
      mistake: 'always divides the variance by n',
      insteadOf: 'moments.m2 / (moments.n - ddof);',
      writes: 'moments.m2 / moments.n;',
      say: 'Your variance divides by n whatever ddof is. Divide by n − ddof.',
    },
    {
      mistake: 'always divides the variance by n − 1',
      insteadOf: 'moments.m2 / (moments.n - ddof);',
      writes: 'moments.m2 / Math.max(1, moments.n - 1);',
      say: 'Your variance divides by n − 1 whatever ddof is. Divide by n − ddof.',
    },
    {
      mistake: 'returns the standard deviation',
      insteadOf: 'return moments.m2 / (moments.n - ddof);',
      writes: 'return Math.sqrt(moments.m2 / (moments.n - ddof));',
      say: 'Your variance is the root of what it should be. Leave the root out.',
    },
    {
      mistake: 'rounds the variance',
      insteadOf: 'return moments.m2 / (moments.n - ddof);',
      writes: 'return Number((moments.m2 / (moments.n - ddof)).toFixed(6));',
      say: 'Your variance is rounded to six places, which leaves little of a small one. Return it unrounded.',
    },
    {
      mistake: 'gives too few numbers the variance 0',
      insteadOf: 'return NaN; // 0 / −1 would be −0',
      writes: 'return 0;',
      say: 'Where n is not above ddof, your variance is 0. There is none: answer NaN.',
    },
    {
      mistake: 'leaves nothing to be divided by −1',
      insteadOf: 'moments.n <= ddof',
      writes: 'moments.n === ddof',
      say: 'No numbers with ddof 1 give 0 / −1 in your code, which is −0. Ask first whether n is above ddof, and answer NaN where it is not.',
    },
    {
      mistake: 'knows no variance of fewer than two numbers',
      insteadOf: 'moments.n <= ddof',
      writes: 'moments.n < 2',
      say: 'A single number has no variance in your code, whatever ddof is. With ddof 0 it is 0; only with ddof 1 is it NaN.',
    },

    {
      mistake: 'forgets the gap between the means',
      insteadOf: ' + (gap * gap * a.n * b.n) / n };',
      writes: ' };',
      say: 'Your merged m2 is the sum of both. Add what the two means deviate from the common one.',
    },
    {
      mistake: 'does not square the gap',
      insteadOf: '(gap * gap * a.n * b.n) / n',
      writes: '(Math.abs(gap) * a.n * b.n) / n',
      say: 'Your merged m2 grows with the gap between the means. It grows with the square of the gap.',
    },
    {
      mistake: 'adds the gap without dividing by n',
      insteadOf: '(gap * gap * a.n * b.n) / n',
      writes: 'gap * gap * a.n * b.n',
      say: 'What the gap adds to your merged m2 is n times too large. Divide gap² · a.n · b.n by the common n.',
    },
    {
      mistake: 'adds the gap once for every number of b',
      insteadOf: '(gap * gap * a.n * b.n) / n',
      writes: 'gap * gap * b.n',
      say: 'Your merged m2 measures the numbers of b from the mean of a, and those of a from their own. Measure both from the common mean.',
    },
    {
      mistake: 'merges by sums of squares',
      insteadOf: 'm2: a.m2 + b.m2 + (gap * gap * a.n * b.n) / n };',
      writes: 'm2: a.m2 + a.n * a.mean ** 2 + b.m2 + b.n * b.mean ** 2 - n * mean ** 2 };',
      say: 'Your merged m2 is right near zero and changes when all numbers move far away, as differences of sums of squares do. Add what the gap between the means contributes instead.',
    },
    {
      mistake: 'takes the plain average of the means',
      insteadOf: 'gap * (b.n / n);',
      writes: 'gap * (a.n && b.n ? 0.5 : b.n / n);',
      say: 'Your common mean lies half way between both, whatever their sizes. Weigh each by its share of the numbers.',
    },
    {
      mistake: 'swaps the shares of the means',
      insteadOf: 'gap * (b.n / n);',
      writes: 'gap * (a.n && b.n ? a.n / n : b.n / n);',
      say: 'Your common mean lies nearer to the smaller side. From a, go towards b by b’s share of the numbers.',
    },
    {
      mistake: 'takes equal means for nothing to merge',
      insteadOf: 'const gap = b.mean - a.mean;',
      writes: 'const gap = b.mean - a.mean;\n  if (gap === 0 && a.n > 0) return { ...a };',
      say: 'Where both means are equal, the second summary is lost. Add its n and its m2.',
    },
    {
      mistake: 'returns the first where either is empty',
      insteadOf: 'if (n === 0) return empty();',
      writes: 'if (a.n === 0 || b.n === 0) return { ...a };',
      say: 'Where the first summary is empty, the second is lost. Return the one that holds numbers.',
    },
    {
      mistake: 'divides zero by zero for nothing and nothing',
      insteadOf: 'if (n === 0) return empty();',
      writes: '',
      say: 'Two empty summaries become 0 / 0 = NaN in your merge. Nothing and nothing is empty.',
    },

    {
      mistake: 'multiplies numbers that are not centred',
      insteadOf: 'row.map((x, j) => x - means[j])',
      writes: '[...row]',
      say: 'Your covariances are means of products of the numbers themselves. Subtract the column means first.',
    },
    {
      mistake: 'subtracts the product of the means afterwards',
      insteadOf: 'centred.reduce((sum, row) => sum + row[j] * row[k], 0) / (n - ddof)',
      writes:
        '(X.reduce((sum, row) => sum + row[j] * row[k], 0) - n * means[j] * means[k]) / (n - ddof)',
      say: 'Your covariances are right near zero and change when columns move far away, as products minus a product of means do. Subtract the means first, then multiply.',
    },
    {
      mistake: 'takes rows for variables',
      insteadOf: 'const n = X.length;',
      writes: 'X = X[0].map((_, j) => X.map(row => row[j]));\n  const n = X.length;',
      say: 'Your matrix has an entry for every two rows. Rows are observations; pair the columns.',
    },
    {
      mistake: 'returns correlations',
      insteadOf: '/ (n - ddof)),\n  ); // [d][d]',
      writes:
        '/ (n > ddof ? Math.hypot(...centred.map(row => row[j])) * Math.hypot(...centred.map(row => row[k])) : 0)),\n  ); // [d][d]',
      say: 'Your matrix is divided by the standard deviations, so it holds correlations. Leave that division out.',
    },
    {
      mistake: 'keeps only the variances',
      insteadOf: 'sum + row[j] * row[k], 0)',
      writes: 'sum + (j === k ? row[j] * row[k] : 0), 0)',
      say: 'Your matrix is 0 outside its diagonal. Multiply the deviations of every two columns, unlike ones too.',
    },
    {
      mistake: 'fills the upper half only',
      insteadOf: 'sum + row[j] * row[k], 0)',
      writes: 'sum + (j <= k ? row[j] * row[k] : 0), 0)',
      say: 'Your matrix is 0 below its diagonal. Fill both halves; they mirror each other.',
    },
    {
      mistake: 'multiplies absolute deviations',
      insteadOf: 'sum + row[j] * row[k], 0)',
      writes: 'sum + Math.abs(row[j] * row[k]), 0)',
      say: 'Your covariances lose the signs of the deviations. Multiply the deviations as they are.',
    },
    {
      mistake: 'swaps the meanings of ddof in covariance',
      insteadOf: '/ (n - ddof)),\n  ); // [d][d]',
      writes: '/ (n > ddof ? n - 1 + ddof || 1 : 0)),\n  ); // [d][d]',
      say: 'Your covariance divides by n where ddof is 1 and by n − 1 where it is 0. Subtract ddof from n.',
    },
    {
      mistake: 'always divides covariances by n',
      insteadOf: '/ (n - ddof)),\n  ); // [d][d]',
      writes: '/ n),\n  ); // [d][d]',
      say: 'Your covariance divides by n whatever ddof is. Divide by n − ddof.',
    },
    {
      mistake: 'always divides covariances by n − 1',
      insteadOf: '/ (n - ddof)),\n  ); // [d][d]',
      writes: '/ (n - 1)),\n  ); // [d][d]',
      say: 'Your covariance divides by n − 1 whatever ddof is. Divide by n − ddof.',
    },
    {
      mistake: 'divides covariances by the columns',
      insteadOf: '/ (n - ddof)),\n  ); // [d][d]',
      writes: '/ (d - ddof)),\n  ); // [d][d]',
      say: 'Your covariance divides by the number of columns. Divide by the number of rows, less ddof.',
    },
    {
      mistake: 'gives a single row covariances of 0',
      insteadOf: '/ (n - ddof)),\n  ); // [d][d]',
      writes: '/ Math.max(1, n - ddof)),\n  ); // [d][d]',
      say: 'A single row with ddof 1 has covariances of 0 in your code. There are none: every entry is NaN.',
    },

    {
      mistake: 'takes any ddof for the variance',
      insteadOf: "checkDdof('variance', ddof);",
      writes: '',
      say: 'Your variance takes any ddof. Throw a RangeError unless it is 0 or 1.',
    },
    {
      mistake: 'takes any ddof for the covariance',
      insteadOf: "checkDdof('covariance', ddof);",
      writes: '',
      say: 'Your covariance takes any ddof. Throw a RangeError unless it is 0 or 1.',
    },
    {
      mistake: 'lets a table without rows through',
      insteadOf: "if (X.length === 0) throw new RangeError('covariance: no rows');",
      writes: 'if (X.length === 0) return [];',
      say: 'A table without rows is let through, perhaps into an accident of the engine. Throw a RangeError first.',
    },
    {
      mistake: 'lets rows of any length through',
      insteadOf: 'if (odd >= 0) {',
      writes: 'if (odd > Infinity) {',
      say: 'Rows of different lengths are let through. Compare the length of every row, and throw a TypeError.',
    },
    {
      mistake: 'compares the first two rows only',
      insteadOf: 'X.findIndex(row => row.length !== d)',
      writes: 'X.slice(0, 2).findIndex(row => row.length !== d)',
      say: 'Only the first rows are compared in length. Compare every row, and throw a TypeError.',
    },
    {
      mistake: 'counts the numbers of all rows together',
      insteadOf: 'X.findIndex(row => row.length !== d)',
      writes: '(X.flat().length === X.length * d ? -1 : 0)',
      say: 'Short rows are let through where long ones make up for them. Compare the length of every row by itself.',
    },
  ],

  pictures: [
    {
      kind: 'scatter',
      title: 'Two columns: from their mean, one deviation along each',
      x: 'column 0',
      y: 'column 1',
      ofRows: true,
      experiment: (module, { X }) => {
        const points = X.map(row => row.slice(0, 2));
        const [a, b] = [0, 1].map(j => pushAll(module, points.map(row => row[j]))); // biome-ignore format: a pair
        const [across, up] = [a, b].map(moments => Math.sqrt(module.variance(moments, 1)));
        const from = [a.mean, b.mean];
        return {
          points,
          arrows: [
            { from, to: [a.mean + across, b.mean] },
            { from, to: [a.mean, b.mean + up] },
          ],
        };
      },
    },
    {
      kind: 'curve',
      title: 'How the mean settles',
      label: 'mean',
      experiment: (module, { numbers }) =>
        numbers.map((_, i) => pushAll(module, numbers.slice(0, i + 1)).mean),
    },
    {
      kind: 'heatmap',
      title: 'The covariance of the columns',
      rows: 'column',
      columns: 'column',
      experiment: ({ covariance }, { X }) => covariance(X, 1),
    },
  ],
  tries: {
    table: { kind: 'points', of: ({ X }) => ({ X: X.map(row => row.slice(0, 2)) }) },
    bench: ({ table, own }, { numbers, X }) => ({
      numbers: own ? table.X.map(([first]) => first) : numbers,
      X: own ? table.X : X,
    }),
  },
});
