import { type Draw, eachRefused, grader, isMatrix, isRecord, type Law } from '../../../graders';

/** A variance is at most this part of the one before, so that five digits of each direction are certain. */
const GAP = 0.62;
/** By how much the largest magnitude exceeds the next, so that no rounding turns a component round. */
const LEADS = 1.08;
/** A number below this part of the others may have cancelled to less than single precision can tell. */
const FAINT = 0.025;

/** As many numbers as four rows of two; the first row and the last have two. */
const RAGGED = [[1, 2], [3], [4, 5, 6], [7, 9]]; // biome-ignore format: rows in one line

/** The three patterns of signs that are orthogonal to each other and to ones. */
const SIGNS = [
  [1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1], [-1, 1, 1], [-1, 1, -1], [-1, -1, 1], [-1, -1, -1],
]; // biome-ignore format: eight rows

/**
 * One feature varies the most and has nothing to do with the others, which vary together and so further:
 * the first component is theirs. The columns of signs are at right angles to each other.
 */
const OUTVOTED = [[1, 1, 1], [1, 1, -1], [1, -1, 1], [1, -1, -1], [-1, 1, 1], [-1, 1, -1], [-1, -1, 1], [-1, -1, -1]].map(
  ([alone, joint, own]) => [2 * alone, 1.5 * joint + 0.4 * own, 1.4 * joint - 0.3 * own, 1.3 * joint],
); // biome-ignore format: rows in one line

/** Scores from which an arrow along each component goes, two deviations of the widest feature long. */
function arrowsFor(X: number[][]): number[][] {
  const long = 2 * Math.sqrt(Math.max(...covarianceOf(X).map((row, j) => row[j])));
  return [[0, 0], [long, 0], [0, long]]; // biome-ignore format: rows in one line
}

const bench = (draw: Draw) => {
  const tall = cloudWithAxes(draw, draw.integer(13, 17), 4, 4);
  const some = cloudWithAxes(draw, draw.integer(9, 12), 3, 3);
  const wide = cloudWithAxes(draw, 4, 6, 3);
  const flat = cloudWithAxes(draw, draw.integer(24, 30), 2, 2);
  const pair = cloudWithAxes(draw, 2, 3, 1);

  const steady = draw.integer(2, 9);
  const constant = some.map(row => [steady, ...row]);
  const repeated = draw.until(
    () => {
      const twice = draw.shuffle(some).slice(0, 4);
      return draw.shuffle([...some, ...twice, ...twice.slice(0, 2)]);
    },
    X => hasAxes(X, 3),
  );
  const lone = draw.until(
    () => draw.times(draw.integer(5, 8), () => [draw.normal(6, 3)]),
    X => covarianceOf(X)[0][0] > 2,
  );

  // Whole numbers and n − 1 = 8, so that the covariance is exact in any arithmetic.
  const g = draw.pick([-3, -2, -1, 1, 2, 3]);
  const centres = draw.times(3, () => draw.integer(-9, 9));
  const exactly = (make: (signs: number[]) => number[]) =>
    draw.shuffle([...SIGNS.map(make), [0, 0, 0]]).map(row => row.map((x, j) => g * x + centres[j]));
  // The first feature is uncorrelated with the others; the largest variance is theirs.
  const apart = exactly(([p, q, r]) => [3 * p, 5 * q + r, 3 * q - 2 * r]);
  // Ones are an eigenvector, and not the first.
  const aslant = exactly(([p, q, r]) => [8 * p + 4 * q, -4 * p + 4 * q + 3 * r, -4 * p + 4 * q - 3 * r]); // biome-ignore format: a row

  // Each row has the same sum: nothing varies along ones.
  const level = exactly(([p, , r]) => [4 * p, -2 * p + 2 * r, -2 * p - 2 * r]);

  const model = draw.until(
    () => ({
      mean: draw.times(4, () => draw.normal(3, 4)),
      components: basis(draw, 4).slice(0, 2),
    }),
    ({ mean, components }) => isClear(components) && mean.every(m => Math.abs(m) > 0.3),
  );
  const fresh = draw.until(
    () => draw.times(5, () => draw.times(4, () => draw.normal(-2, 4))),
    X => {
      const scores = X.map(row => model.components.map(c => dot(c, minus(row, model.mean))));
      const own = X.map(row => model.components.map(c => dot(c, row)));
      return !hasFaint(scores) && !hasFaint(own);
    },
  );
  const scores = draw.until(
    () => draw.times(5, () => [draw.normal(0, 4), draw.normal(0, 2)]),
    S => {
      const { mean, components } = model;
      const alone = S.slice(0, 2).map(s => [s[0]]);
      return !hasFaint([
        ...backFrom(S, mean, components),
        ...backFrom(alone, mean, [components[1]]),
      ]);
    },
  );
  const whole = draw.until(
    () => ({ mean: model.mean.slice(0, 3), components: basis(draw, 3) }),
    ({ mean, components }) => !hasFaint(backFrom([[...scores[2], 3]], mean, components)),
  );
  return {
    tall,
    some,
    wide,
    flat,
    pair,
    constant,
    repeated,
    lone,
    apart,
    aslant,
    level,
    model,
    fresh,
    scores,
    whole,
    arrows: arrowsFor(flat),
    equal: [centres, centres, centres, centres, centres],
  };
};

type Bench = ReturnType<typeof bench>;

/** The rows that scores [n][k] stand for. */
function backFrom(scores: number[][], mean: number[], components: number[][]): number[][] {
  return scores.map(s =>
    mean.map((m, j) => components.reduce((sum, c, a) => sum + s[a] * c[j], m)),
  );
}

/** Rows around a centre, spread along `d` directions, the first `k` of them certain. */
function cloudWithAxes(draw: Draw, n: number, d: number, k: number): number[][] {
  const axes = draw.until(
    () => basis(draw, d),
    rows => isClear(rows) && (d !== 4 || rows.some(v => isContrary(v, -0.4))),
  );
  return draw.until(
    () => {
      const centre = draw.times(d, () => draw.uniform(-6, 6));
      return draw.times(n, () => {
        const along = axes.map((_, c) => draw.normal(0, 4 * 0.58 ** c));
        return centre.map((m, j) => {
          const x = axes.reduce((sum, axis, c) => sum + along[c] * axis[j], m);
          return Math.round(1000 * x) / 1000;
        });
      });
    },
    X => hasAxes(X, k) && (d !== 4 || eigen(covarianceOf(X)).some(({ v }) => isContrary(v, -0.1))),
  );
}

/** Whether the entries add up to less than `limit` once the largest magnitude is positive. */
function isContrary(v: number[], limit: number): boolean {
  const lead = v.reduce((best, x) => (Math.abs(x) > Math.abs(best) ? x : best));
  return Math.sign(lead) * v.reduce((sum, x) => sum + x, 0) < limit;
}

/** Whether the first k variances stand apart, their directions are clear, and nothing is faint. */
function hasAxes(X: number[][], k: number): boolean {
  const C = covarianceOf(X);
  const means = X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / X.length);
  if (hasFaint([means]) || hasFaint(C, 0.01)) return false;
  const pairs = eigen(C);
  const apart = pairs.slice(0, k).every(({ value }, c) => {
    const next = pairs[c + 1]?.value ?? 0;
    return next <= GAP * value && value > 0.03 * pairs[0].value;
  });
  return apart && isClear(pairs.slice(0, k).map(({ v }) => v));
}

function isClear(axes: number[][]): boolean {
  return axes.every(v => {
    const sizes = v.map(Math.abs).sort((a, b) => b - a);
    return sizes[0] > LEADS * (sizes[1] ?? 0) && sizes[sizes.length - 1] > FAINT;
  });
}

function hasFaint(rows: number[][], faint = FAINT): boolean {
  const sizes = rows.flat().map(Math.abs);
  const largest = Math.max(...sizes);
  return sizes.some(size => size < faint * largest);
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

function minus(a: number[], b: number[]): number[] {
  return a.map((x, i) => x - b[i]);
}

/** Orthonormal rows in random directions. */
function basis(draw: Draw, d: number): number[][] {
  const rows: number[][] = [];
  while (rows.length < d) {
    let v = draw.times(d, () => draw.normal());
    for (const u of rows) {
      const along = dot(u, v);
      v = v.map((x, i) => x - along * u[i]);
    }
    const length = Math.sqrt(dot(v, v));
    if (length > 0.1) rows.push(v.map(x => x / length));
  }
  return rows;
}

function covarianceOf(X: number[][]): number[][] {
  const n = X.length;
  const mean = X[0].map((_, j) => X.reduce((sum, row) => sum + row[j], 0) / n);
  const centred = X.map(row => minus(row, mean));
  return mean.map((_, i) =>
    mean.map((_, j) => centred.reduce((sum, row) => sum + row[i] * row[j], 0) / (n - 1)),
  );
}

/** Eigenpairs by Jacobi rotations, the largest value first. */
function eigen(S: number[][]): { value: number; v: number[] }[] {
  const d = S.length;
  const A = S.map(row => [...row]);
  const V = A.map((_, i) => A.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 8; sweep += 1) {
    for (let p = 0; p < d; p += 1) {
      for (let q = p + 1; q < d; q += 1) {
        const angle = Math.atan2(2 * A[p][q], A[q][q] - A[p][p]) / 2;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of [...A, ...V]) {
          [row[p], row[q]] = [c * row[p] - s * row[q], s * row[p] + c * row[q]];
        }
        const [a, b] = [A[p], A[q]];
        A[p] = a.map((x, j) => c * x - s * b[j]);
        A[q] = a.map((x, j) => s * x + c * b[j]);
      }
    }
  }
  return A.map((row, i) => ({ value: row[i], v: V.map(each => each[i]) })).sort(
    (a, b) => b.value - a.value,
  );
}

/** The components have length 1 and stand at right angles, to single precision. */
const areOrthonormal: Law<Bench> = value => {
  if (!isRecord(value) || !isMatrix(value.components)) {
    return { say: 'The components should be rows of numbers, all of one length.' };
  }
  const { components } = value;
  for (let a = 0; a < components.length; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      const received = dot(components[a], components[b]);
      const expected = a === b ? 1 : 0;
      if (Math.abs(received - expected) <= 1e-4) continue;
      const say =
        a === b
          ? `The squares of component ${a} do not add up to 1.`
          : `The components ${b} and ${a} are not at right angles: their dot product is not 0.`;
      return { say, path: ['components', a], received, expected };
    }
  }
  return null;
};

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('gives every feature its variance', ({ covariance }, { some }) =>
      covariance(some).map((row, j) => row[j]),
    ),
    agrees('gives every pair of features its covariance', ({ covariance }, { some, tall }) => [
      covariance(some),
      covariance(tall),
    ]),
    agrees('takes more features than rows', ({ covariance }, { wide, pair }) => [
      covariance(wide),
      covariance(pair),
    ]),
    agrees(
      'takes one feature, constant ones and repeated rows',
      ({ covariance }, { lone, constant, repeated }) => [
        covariance(lone),
        covariance(constant),
        covariance(repeated),
      ],
    ),

    agrees('keeps the means', ({ pca }, { some, tall }) => [pca(some, 2).mean, pca(tall, 3).mean]),
    agrees('finds the greatest variance', ({ pca }, { some }) => pca(some, 1).explainedVariance),
    agrees('finds the first component', ({ pca }, { some }) => pca(some, 1).components),
    agrees('finds the variances in order', ({ pca }, { tall }) => pca(tall, 4).explainedVariance),
    agrees(
      'finds the components, with their signs',
      ({ pca }, { tall }) => pca(tall, 4).components,
    ),
    holds('has components at right angles, of length 1', ({ pca }, { tall }) => pca(tall, 3), areOrthonormal), // biome-ignore format: a row
    agrees('gives each component its share of all variance', ({ pca }, { tall, some }) => [
      pca(tall, 4).explainedVarianceRatio,
      pca(tall, 2).explainedVarianceRatio,
      pca(some, 1).explainedVarianceRatio,
    ]),
    agrees('gives as many components as asked for', ({ pca }, { tall, some }) => [
      pca(tall, 2),
      pca(some, 2),
    ]),
    agrees('finds components where there are more features than rows', ({ pca }, { wide }) => [
      pca(wide, 2),
      pca(wide, 3),
    ]),
    agrees('finds components beside a constant feature', ({ pca }, { constant }) =>
      pca(constant, 3),
    ),
    agrees('finds components where the first feature goes its own way', ({ pca }, { apart }) =>
      pca(apart, 3),
    ),
    agrees('finds what several features have in common beside one that varies more', ({ pca }) =>
      pca(OUTVOTED, 2),
    ),
    agrees('finds a component that ones are orthogonal to', ({ pca }, { aslant }) =>
      pca(aslant, 2),
    ),
    agrees('finds the component of rows that all have one sum', ({ pca }, { level }) =>
      pca(level, 1),
    ),
    agrees('counts a row as often as it occurs', ({ pca }, { repeated }) => pca(repeated, 3)),
    agrees('takes two rows, or a single feature', ({ pca }, { pair, lone }) => [
      pca(pair, 1),
      pca(lone, 1),
    ]),

    agrees('projects other rows, seen from the given mean', ({ transform }, { fresh, model }) =>
      transform(fresh, model),
    ),
    agrees('projects a single row', ({ transform }, { fresh, model }) => [
      transform([fresh[0]], model),
      transform([fresh[1]], { ...model, components: [model.components[0]] }),
    ]),
    agrees(
      'takes the components of a model as long as they are',
      ({ inverseTransform }, { scores, model }) =>
        inverseTransform(scores, {
          ...model,
          components: model.components.map(row => row.map(entry => 2 * entry)),
        }),
    ),
    agrees('goes back from the scores', ({ inverseTransform }, { scores, model }) =>
      inverseTransform(scores, model),
    ),
    agrees(
      'goes back from the scores of one component, or of all',
      ({ inverseTransform }, { scores, model, whole }) => [
        inverseTransform([[scores[0][0]], [scores[1][0]]], {
          ...model,
          components: [model.components[1]],
        }),
        inverseTransform([[...scores[2], 3]], whole),
      ],
    ),

    rejects('refuses the covariance of fewer than two rows', ({ covariance }, { fresh }) =>
      eachRefused(
        () => covariance([fresh[0]]),
        () => covariance([]),
      ),
    ),
    rejects('refuses the components of fewer than two rows', ({ pca }, { fresh }) =>
      eachRefused(
        () => pca([fresh[0]], 1),
        () => pca([], 1),
      ),
    ),
    rejects('refuses to give no components', ({ pca }, { some }) => pca(some, 0)),
    rejects('refuses more components than features', ({ pca }, { some }) => pca(some, 4)),
    rejects('refuses as many components as rows', ({ pca }, { wide }) => pca(wide, 4)),
    rejects('refuses rows that are all equal', ({ pca }, { equal }) => pca(equal, 1)),
    rejects('refuses a covariance of rows with a short one', ({ covariance }) =>
      covariance([[1, 2], [3], [5, 7]]),
    ),
    rejects(
      'refuses a covariance of rows with a long one',
      ({ covariance }) =>
      covariance([[1, 2], [3, 4, 5], [5, 7]]), // biome-ignore format: rows in one line
    ),
    rejects('refuses a covariance of short rows beside long ones', ({ covariance }) =>
      covariance(RAGGED),
    ),
    rejects('refuses components of rows of different widths', ({ pca }) =>
      eachRefused(
        () => pca([[1, 2], [3], [5, 7]], 1), // biome-ignore format: rows in one line
        () => pca([[1, 2], [3, 4, 5], [5, 7]], 1), // biome-ignore format: rows in one line
        () => pca(RAGGED, 1),
      ),
    ),
    rejects('refuses to project short rows', ({ transform }, { fresh, model }) =>
      transform([fresh[0], fresh[1].slice(1)], model),
    ),
    rejects('refuses to project long rows', ({ transform }, { fresh, model }) =>
      transform([fresh[0], [...fresh[1], 1]], model),
    ),
    rejects('refuses to project short rows beside long ones', ({ transform }, { fresh, model }) =>
      transform([fresh[0], [...fresh[1], 1], fresh[2].slice(1)], model),
    ),
    rejects('refuses to project onto short components', ({ transform }, { fresh, model }) =>
      transform(fresh, { ...model, components: [model.components[0], [1, 0, 0]] }),
    ),
    rejects('refuses to project onto long components', ({ transform }, { fresh, model }) =>
      transform(fresh, { ...model, components: [model.components[0], [1, 0, 0, 0, 0]] }),
    ),
    rejects('refuses to go back from too few scores', ({ inverseTransform }, { model }) =>
      inverseTransform([[1, 2], [3]], model),
    ),
    rejects(
      'refuses to go back from too many scores',
      ({ inverseTransform }, { model }) =>
      inverseTransform([[1, 2], [3, 4, 5]], model), // biome-ignore format: rows in one line
    ),
    rejects('refuses to go back along short components', ({ inverseTransform }, { model }) =>
      inverseTransform([[1, 2]], { ...model, components: [model.components[0], [1, 0, 0]] }),
    ),
    rejects('refuses to go back along long components', ({ inverseTransform }, { model }) =>
      inverseTransform([[1, 2]], { ...model, components: [model.components[0], [1, 0, 0, 0, 0]] }),
    ),
  ],

  mutants: [
    {
      mistake: 'divides by n',
      insteadOf: '0) / (X.length - 1)),',
      writes: '0) / X.length),',
      say: 'Your covariances are divided by n. Divide by n − 1.',
    },
    {
      mistake: 'never divides the sums',
      insteadOf: '0) / (X.length - 1)),',
      writes: '0)),',
      say: 'Your covariances are sums of products. Divide them by n − 1.',
    },
    {
      mistake: 'does not centre',
      insteadOf: 'x - mean[j])); // [n][d]',
      writes: 'x));',
      say: 'Your covariances are those of the rows as they are, with means of 0. Subtract the mean of each column first.',
    },
    {
      mistake: 'centres every row by its own mean',
      insteadOf: 'X.map(row => row.map((x, j) => x - mean[j])); // [n][d]',
      writes: `X.map(row => {
    const own = row.reduce((sum, x) => sum + x, 0) / row.length;
    return row.map(x => x - own);
  });`,
      say: 'Your numbers equal what you get when the mean of each row is subtracted from it. Subtract the mean of each column.',
    },
    {
      mistake: 'centres at the first row',
      insteadOf: 'x - mean[j])); // [n][d]',
      writes: 'x - X[0][j]));',
      say: 'Your covariances are taken from the first row instead of the mean. Subtract the mean of each column.',
    },
    {
      mistake: 'gives correlations',
      insteadOf: 'return mean.map((_, i) =>',
      writes: `const spreads = mean.map(
    (_, j) => Math.sqrt(centred.reduce((sum, row) => sum + row[j] ** 2, 0) / (X.length - 1)) || 1,
  );
  for (const row of centred) row.forEach((_, j) => { row[j] /= spreads[j]; });
  return mean.map((_, i) =>`,
      say: 'Your covariances are correlations: each feature is divided by its standard deviation. Centre the features and leave their scale.',
    },
    {
      mistake: 'standardises before it looks for components',
      insteadOf: 'let rest = covariance(X);',
      writes: `const C = covariance(X);
  let rest = C.map((row, i) => row.map((c, j) => c / (Math.sqrt(C[i][i] * C[j][j]) || 1)));`,
      say: 'Your components are those of standardised features. Decompose the covariance as it is, without scaling.',
    },
    {
      mistake: 'looks for components without centring',
      insteadOf: 'let rest = covariance(X);',
      writes: `checkWidths('pca', X, X[0]?.length ?? 0);
  if (X.length < 2) throw new RangeError('pca');
  let rest = X[0].map((_, i) =>
    X[0].map((_, j) => X.reduce((sum, row) => sum + row[i] * row[j], 0) / (X.length - 1)),
  );
  if (X.every(row => String(row) === String(X[0]))) throw new RangeError('pca');`,
      say: 'Your components are those of the rows as they are, while your covariance is centred. Decompose the covariance.',
    },
    {
      mistake: 'takes rows that occur again only once',
      insteadOf: 'let rest = covariance(X);',
      writes:
        'let rest = covariance(X.filter((row, i) => i < 2 || X.findIndex(other => String(other) === String(row)) === i));',
      say: 'Rows that occur more than once count once in your components. Let each row of X count.',
    },
    {
      mistake: 'finds the same component every time',
      insteadOf: 'c - variance * v[i] * v[j]',
      writes: 'c',
      say: 'All your components are the first one. Take what it explains out of the matrix before you look for the next.',
    },
    {
      mistake: 'deflates without the variance',
      insteadOf: 'c - variance * v[i] * v[j]',
      writes: 'c - v[i] * v[j]',
      say: 'Your later components equal what you get after subtracting vvᵀ. Subtract it times the variance along v.',
    },
    {
      mistake: 'deflates with the root of the variance',
      insteadOf: 'c - variance * v[i] * v[j]',
      writes: 'c - Math.sqrt(variance) * v[i] * v[j]',
      say: 'Your later components equal what you get after subtracting vvᵀ times a standard deviation. Use the variance.',
    },
    {
      mistake: 'puts the least variance first',
      insteadOf: '  const explainedVarianceRatio =',
      writes: `  components.reverse();
  explainedVariance.reverse();
  const explainedVarianceRatio =`,
      say: 'Your components come in ascending order of variance. Put the greatest first.',
    },
    {
      mistake: 'returns standard deviations',
      insteadOf: 'components, explainedVariance, explainedVarianceRatio };',
      writes:
        'components, explainedVariance: explainedVariance.map(Math.sqrt), explainedVarianceRatio };',
      say: 'Your explainedVariance holds roots of variances. Return the eigenvalues themselves.',
    },
    {
      mistake: 'returns singular values',
      insteadOf: 'components, explainedVariance, explainedVarianceRatio };',
      writes:
        'components, explainedVariance: explainedVariance.map(each => Math.sqrt(each * (X.length - 1))), explainedVarianceRatio };',
      say: 'Your explainedVariance holds singular values of the centred rows. Square them and divide by n − 1.',
    },
    {
      mistake: 'returns shares of the kept variance',
      insteadOf: 'variance => variance / total',
      writes: 'variance => variance / explainedVariance.reduce((sum, each) => sum + each, 0)',
      say: 'Your ratios add up to 1 for any k. Divide by the variance of all d features, the sum of the diagonal of the covariance.',
    },
    {
      mistake: 'returns cumulative shares',
      insteadOf: 'explainedVariance.map(variance => variance / total)',
      writes:
        'explainedVariance.map((_, c) => explainedVariance.slice(0, c + 1).reduce((sum, each) => sum + each, 0) / total)',
      say: 'Your ratios add up on the way. Give each component its own share.',
    },
    {
      mistake: 'returns shares in percent',
      insteadOf: 'variance => variance / total',
      writes: 'variance => (100 * variance) / total',
      say: 'Your ratios are percentages. Leave out the factor 100.',
    },
    {
      mistake: 'returns components in columns',
      insteadOf: 'components, explainedVariance, explainedVarianceRatio };',
      writes:
        'components: components[0].map((_, j) => components.map(v => v[j])), explainedVariance, explainedVarianceRatio };',
      say: 'Your components are the columns of a [d][k] matrix. Return them as rows, [k][d].',
    },
    {
      mistake: 'stretches components by their spread',
      insteadOf: 'components, explainedVariance, explainedVarianceRatio };',
      writes:
        'components: components.map((v, c) => v.map(x => x * Math.sqrt(explainedVariance[c]))), explainedVariance, explainedVarianceRatio };',
      say: 'Your components are as long as the standard deviation along them. Give them length 1.',
    },
    {
      mistake: 'gives components a largest entry of 1',
      insteadOf: 'components, explainedVariance, explainedVarianceRatio };',
      writes:
        'components: components.map(v => v.map(x => x / Math.max(...v))), explainedVariance, explainedVarianceRatio };',
      say: 'The largest entry of each of your components is 1. Divide each by its length instead.',
    },
    {
      mistake: 'returns one component too many',
      insteadOf: 'components.length < k',
      writes: 'components.length < Math.min(k + 1, X[0].length)',
      say: 'You return one component more than asked for. Stop after k.',
    },
    {
      mistake: 'returns all components',
      insteadOf: 'components.length < k',
      writes: 'components.length < most',
      say: 'You return every component, whatever k is. Stop after k.',
    },
    {
      mistake: 'makes the largest entry negative',
      insteadOf: 'const sign = Math.sign(v[sizes.indexOf(Math.max(...sizes))]);',
      writes: 'const sign = -Math.sign(v[sizes.indexOf(Math.max(...sizes))]);',
      say: 'The entry of largest magnitude is negative in your components. Turn a component round where it is.',
    },
    {
      mistake: 'makes the first entry positive',
      insteadOf: 'const sign = Math.sign(v[sizes.indexOf(Math.max(...sizes))]);',
      writes: 'const sign = Math.sign(v.find(x => Math.abs(x) > 1e-9) ?? 0);',
      say: 'Your components have a positive first entry. Look at the entry of largest magnitude instead.',
    },
    {
      mistake: 'makes the sum of the entries positive',
      insteadOf: 'const sign = Math.sign(v[sizes.indexOf(Math.max(...sizes))]);',
      writes: 'const sign = v.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1;',
      say: 'The entries of your components have a positive sum. Look at the entry of largest magnitude alone.',
    },
    {
      mistake: 'starts its search at the first axis',
      insteadOf: '  let power = C;',
      writes: `  let along = C.map((_, j) => (j === 0 ? 1 : 0));
  for (let t = 0; t < 400; t += 1) along = oriented(times(C, along));
  if (along.length > 0) return along;
  let power = C;`,
      say: 'Where the first feature is constant or uncorrelated with the others, your search does not leave it. Begin elsewhere as well, and keep the greatest variance.',
    },
    {
      mistake: 'starts its search at ones',
      insteadOf: '  let power = C;',
      writes: `  let along = oriented(C.map(() => 1));
  for (let t = 0; t < 400; t += 1) {
    const next = oriented(times(C, along));
    if (next.every((x, j) => Math.abs(x - along[j]) < 1e-12)) break;
    along = next;
  }
  if (along.length > 0) return along;
  let power = C;`,
      say: 'Where ones are an eigenvector, your search takes them for the first component. Begin elsewhere as well, and keep the greatest variance.',
    },
    {
      mistake: 'ends its search too early',
      insteadOf: 'doubling < 30',
      writes: 'doubling < 1',
      say: 'Your components are on their way and not there yet. Go on until they no longer change.',
    },
    {
      mistake: 'projects without the mean',
      insteadOf: 'x - mean[j]); // [d]',
      writes: 'x);',
      say: 'Your scores are those of the rows as they are. Subtract the mean of the model first.',
    },
    {
      mistake: 'projects from the mean of the rows given',
      insteadOf: 'x - mean[j]); // [d]',
      writes: 'x - means(X)[j]);',
      say: 'Your scores are taken from the mean of the rows that are projected. Subtract the mean of the model, whatever the rows are.',
    },
    {
      mistake: 'adds the mean before it projects',
      insteadOf: 'x - mean[j]); // [d]',
      writes: 'x + mean[j]);',
      say: 'Your scores are those of the rows with the mean added. Subtract it.',
    },
    {
      mistake: 'goes back without the mean',
      insteadOf: 'components[c][j], centre)',
      writes: 'components[c][j], 0)',
      say: 'Your rows come back around the origin. Add the mean of the model.',
    },
    {
      mistake: 'subtracts the mean on the way back',
      insteadOf: 'components[c][j], centre)',
      writes: 'components[c][j], -centre)',
      say: 'On the way back your rows have the mean subtracted. Add it.',
    },
    {
      mistake: 'goes back along the first component only',
      insteadOf: 'row.reduce((sum, score, c)',
      writes: 'row.slice(0, 1).reduce((sum, score, c)',
      say: 'Only the first score counts on your way back. Add up all of them, each times its component.',
    },
    {
      mistake: 'accepts a single row',
      insteadOf: 'X.length < 2',
      writes: 'X.length < 1',
      say: 'The covariance of a single row is let through, 0 / 0. Throw a RangeError.',
    },
    {
      mistake: 'accepts a k of 0',
      insteadOf: 'k >= 1',
      writes: 'k >= 0',
      say: 'A k of 0 is let through. Throw a RangeError below 1.',
    },
    {
      mistake: 'accepts more components than features',
      insteadOf: 'const most = Math.min(X.length - 1, X[0].length);',
      writes: 'const most = X.length - 1;',
      say: 'A k above the number of features is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts as many components as rows',
      insteadOf: 'const most = Math.min(X.length - 1, X[0].length);',
      writes: 'const most = X[0].length;',
      say: 'A k above n − 1 is let through; n centred rows vary in n − 1 directions at most. Throw a RangeError.',
    },
    {
      mistake: 'accepts rows that are all equal',
      insteadOf: 'total === 0',
      writes: 'total < 0',
      say: 'Rows that are all equal are let through, though nothing varies. Throw a RangeError.',
    },
    {
      mistake: 'accepts short rows',
      insteadOf: 'row.length !== width',
      writes: 'row.length > width',
      say: 'Rows that are too short are let through. Throw a TypeError unless the widths are equal.',
    },
    {
      mistake: 'accepts long rows',
      insteadOf: 'row.length !== width',
      writes: 'row.length < width',
      say: 'Rows that are too long are let through. Throw a TypeError unless the widths are equal.',
    },
    {
      mistake: 'measures only the first row',
      insteadOf: 'rows.find(row =>',
      writes: 'rows.slice(0, 1).find(row =>',
      say: 'The first row is measured and the others are not. Compare the width of every row.',
    },
    {
      mistake: 'counts the numbers of all rows together',
      insteadOf: 'rows.find(row => row.length !== width)',
      writes: '[rows.flat()].find(all => all.length !== rows.length * width)',
      say: 'Short rows are let through where long ones make up for them. Compare the width of every row by itself.',
    },
    {
      mistake: 'measures no rows in covariance',
      insteadOf: "  checkWidths('covariance', X, X[0].length);",
      writes: '',
      say: 'Rows of different widths get through covariance and pca. Throw a TypeError.',
    },
    {
      mistake: 'measures no rows in transform',
      insteadOf: "  checkWidths('transform', X, mean.length);",
      writes: '',
      say: 'Rows of another width than the mean get through transform. Throw a TypeError.',
    },
    {
      mistake: 'measures no components in transform',
      insteadOf: "  checkWidths('transform', components, mean.length);",
      writes: '',
      say: 'Components of another width than the mean get through transform. Throw a TypeError.',
    },
    {
      mistake: 'measures no scores in inverseTransform',
      insteadOf: "  checkWidths('inverseTransform', scores, components.length);",
      writes: '',
      say: 'Scores of another width than the number of components get through inverseTransform. Throw a TypeError.',
    },
    {
      mistake: 'measures no components in inverseTransform',
      insteadOf: "  checkWidths('inverseTransform', components, mean.length);",
      writes: '',
      say: 'Components of another width than the mean get through inverseTransform. Throw a TypeError.',
    },
  ],

  pictures: [
    {
      kind: 'scatter',
      title: 'Your components, two standard deviations of the widest feature long',
      x: 'feature 0',
      y: 'feature 1',
      ofRows: true,
      experiment: ({ pca, inverseTransform }, { flat, arrows }) => {
        const [from, first, second] = inverseTransform(arrows, pca(flat, 2));
        return { points: flat, arrows: [{ from, to: first }, { from, to: second }] }; // biome-ignore format: a row
      },
    },
    {
      kind: 'curve',
      title: 'Variance along each component',
      label: 'variance',
      experiment: ({ pca }, { tall }) => pca(tall, tall[0].length).explainedVariance,
    },
  ],
  tries: {
    table: { kind: 'points', least: 3, of: ({ flat }) => ({ X: flat }) },
    bench: ({ table: { X }, own }, { tall }) => ({
      flat: X,
      tall: own ? X : tall,
      arrows: arrowsFor(X),
    }),
  },
});
