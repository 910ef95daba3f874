import { type Draw, eachRefused, grader, type Knob } from '../../../graders';

/** A number between two others, with so many decimals that a reader can copy it. */
function between(draw: Draw, low: number, high: number, decimals: number): number {
  return Number(draw.uniform(low, high).toFixed(decimals));
}

const bench = (draw: Draw) => {
  // A rare illness and a fair test; a common one and another test; a test that speaks against it.
  const rare = [
    between(draw, 0.004, 0.04, 4),
    between(draw, 0.72, 0.95, 3),
    between(draw, 0.86, 0.97, 3),
  ] as const;
  const common = [
    between(draw, 0.25, 0.4, 3),
    between(draw, 0.55, 0.7, 3),
    between(draw, 0.75, 0.85, 3),
  ] as const;
  const misleading = [
    between(draw, 0.55, 0.85, 3),
    between(draw, 0.15, 0.3, 3),
    between(draw, 0.35, 0.55, 3),
  ] as const;
  const few = draw.integer(2, 4);

  // So many results of so poor a test that the powers of either probability are below 1e-330, while
  // the posterior is neither near 0 nor near 1.
  const many = draw.integer(2100, 2600);
  const alarm = between(draw, 0.4, 0.65, 3);
  const ratio = draw.pick([-1, 1]) * draw.uniform(0.5, 1.2); // logarithm of the whole evidence
  const poor = [
    between(draw, 0.3, 0.6, 3),
    Number((alarm * Math.exp(ratio / many)).toFixed(9)),
    Number((1 - alarm).toFixed(3)),
  ] as const;

  // Parameters of a prior that are not whole; counts of unlike size, neither none nor all.
  const parameter = () => draw.integer(2, 5) + draw.pick([0.25, 0.375, 0.625, 0.75]);
  const failures = draw.integer(11, 17);
  const successes = draw.integer(4, 8);
  const counted = {
    a: parameter(),
    b: parameter() + 2,
    successes,
    trials: successes + failures,
  };
  const small = () => draw.pick([0.25, 0.375, 0.625, 0.75]);
  const tosses = draw.integer(5, 9);
  const heads = draw.integer(1, tosses - 4);

  const offset = draw.pick([-1, 1]) * draw.integer(300_000_000, 900_000_000);
  const n = draw.integer(7, 12);
  return {
    rare,
    common,
    misleading,
    few,
    many,
    poor,
    counted,
    swapped: { a: parameter() + 2, b: parameter() },
    low: small(),
    lower: small(),
    high: 1 + small(),
    tosses,
    heads,
    crowd: { trials: draw.integer(4_000, 9_000), successes: draw.integer(90, 900) },
    // Off centre, so that squares about 0 are not squares about the mean.
    x: draw.times(n, () => draw.normal(draw.pick([-6, 6]) + 9, 2)),
    pair: [draw.normal(20, 3), draw.normal(-14, 3)],
    single: draw.normal(-31, 6),
    same: draw.integer(-90, 90) / 4,
    // Quarters, so that every sum is exact; the spread is a few units.
    far: draw.times(8, i => offset + ((i % 2 === 0 ? 1 : -1) * draw.integer(4, 40)) / 4),
  };
};

type Bench = ReturnType<typeof bench>;

function percent(name: string, of: (bench: Bench) => number): Knob<Bench> {
  const start = (bench: Bench) => Number((100 * of(bench)).toPrecision(3));
  return { name, kind: 'count', low: () => 1, high: () => 99, start };
}

function parameter(name: string, start: (bench: Bench) => number): Knob<Bench> {
  return { name, kind: 'rate', low: () => 1.01, high: () => 200, start };
}

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, rejects }) => [
    agrees('weighs a positive result against the base rate', ({ posterior }, { rare }) =>
      posterior(...rare),
    ),
    agrees('does so for a common illness', ({ posterior }, { common }) => posterior(...common)),
    agrees(
      'lowers the probability where the healthy test positive more often',
      ({ posterior }, { misleading }) => posterior(...misleading),
    ),
    agrees(
      'takes several positive results into account',
      ({ posterior }, { rare, common, few }) => [posterior(...rare, 2), posterior(...common, few)],
    ),
    agrees('takes a number of positives that is undefined for 1', ({ posterior }, { common }) =>
      posterior(...common, undefined),
    ),
    agrees('answers with the prior where there is no result', ({ posterior }, { rare, common }) => [
      posterior(...rare, 0),
      posterior(common[0], 1, 1, 0),
      posterior(0, common[1], 1, 0),
      posterior(1, 0, common[2], 0),
    ]),
    agrees('takes 0 for a probability', ({ posterior }, { common: [p, hit, clear] }) => [
      posterior(0, hit, clear),
      posterior(p, 0, clear),
      posterior(p, hit, 0),
    ]),
    agrees('takes 1 for a probability', ({ posterior }, { common: [p, hit, clear] }) => [
      posterior(1, hit, clear),
      posterior(p, hit, 1),
      posterior(p, 1, clear),
    ]),
    agrees(
      'keeps 0 and 1 over several results',
      ({ posterior }, { common: [p, hit, clear], few }) => [
        posterior(0, hit, clear, few),
        posterior(1, hit, clear, few),
        posterior(p, 0, clear, few),
        posterior(p, hit, 1, few),
      ],
    ),
    agrees('keeps its answer over thousands of results', ({ posterior }, { poor, many }) =>
      posterior(...poor, many),
    ),
    agrees(
      'becomes certain over thousands of results',
      ({ posterior }, { rare, misleading, many }) => [
        posterior(...rare, many),
        posterior(...misleading, many),
      ],
    ),

    agrees(
      'gives the share of successes as the MLE',
      ({ betaBernoulli }, { counted: { a, b, successes, trials } }) =>
        betaBernoulli(a, b, successes, trials).mle,
    ),
    agrees(
      'adds the counts to the prior for the mean',
      ({ betaBernoulli }, { counted, swapped }) => [
        betaBernoulli(counted.a, counted.b, counted.successes, counted.trials).mean,
        betaBernoulli(swapped.a, swapped.b, 0, counted.trials).mean,
      ],
    ),
    agrees('finds the highest point of the density', ({ betaBernoulli }, { counted, swapped }) => [
      betaBernoulli(counted.a, counted.b, counted.successes, counted.trials).map,
      betaBernoulli(swapped.a, swapped.b, counted.trials, counted.trials).map,
    ]),
    agrees(
      'lets many trials outvote the prior',
      ({ betaBernoulli }, { crowd, counted: { a, b } }) =>
        betaBernoulli(a, b, crowd.successes, crowd.trials),
    ),
    agrees('puts the MAP at the MLE under a flat prior', ({ betaBernoulli }, { heads, tosses }) =>
      betaBernoulli(1, 1, heads, tosses),
    ),
    agrees('gives no MLE without trials', ({ betaBernoulli }, { counted: { a, b } }) =>
      betaBernoulli(a, b, 0, 0),
    ),
    agrees(
      'puts the MAP at an end where one parameter is below 1',
      ({ betaBernoulli }, { low, lower, tosses, heads }) => [
        betaBernoulli(low, lower, 0, tosses),
        betaBernoulli(low, lower, tosses, tosses),
        betaBernoulli(low, heads + 1, 0, 0),
        betaBernoulli(heads + 1, low, 0, 0),
      ],
    ),
    agrees('does so where the formula would point to the other end', ({ betaBernoulli }) => [
      betaBernoulli(0.5, 1.25, 0, 0).map,
      betaBernoulli(1.125, 0.75, 0, 0).map,
      betaBernoulli(0.5, 1.5, 0, 0).map,
      betaBernoulli(1.25, 0.75, 0, 0).map,
    ]),
    agrees(
      'puts the MAP at an end where one parameter is 1',
      ({ betaBernoulli }, { low, high, tosses }) => [
        betaBernoulli(1, low, 0, 0).map,
        betaBernoulli(low, 1, 0, 0).map,
        betaBernoulli(1, high, 0, 0).map,
        betaBernoulli(high, 1, 0, 0).map,
        betaBernoulli(1, 1, 0, tosses).map,
        betaBernoulli(1, 1, tosses, tosses).map,
      ],
    ),
    agrees('gives no MAP where the density is flat', ({ betaBernoulli }) =>
      betaBernoulli(1, 1, 0, 0),
    ),
    agrees(
      'gives no MAP where the density is infinite at both ends',
      ({ betaBernoulli }, { low, lower }) => [
        betaBernoulli(low, lower, 0, 0),
        betaBernoulli(0.5, 0.5, 0, 0).map,
        betaBernoulli(0.875, 0.25, 0, 0).map,
        betaBernoulli(0.125, 0.75, 0, 0).map,
      ],
    ),

    agrees('averages the sample', ({ gaussianMLE }, { x }) => gaussianMLE(x).mean),
    agrees('divides the squared deviations by n', ({ gaussianMLE }, { x, pair }) => [
      gaussianMLE(x).variance,
      gaussianMLE(pair).variance,
    ]),
    agrees('gives a single number the variance 0', ({ gaussianMLE }, { single, same }) => [
      gaussianMLE([single]),
      gaussianMLE([same, same, same]),
      gaussianMLE([0, 0]),
    ]),
    agrees('finds a small variance about a large mean', ({ gaussianMLE }, { far }) => [
      gaussianMLE(far),
      gaussianMLE(far.slice(0, 5)),
    ]),

    rejects('refuses a prior that is no probability', ({ posterior }) =>
      eachRefused(
        () => posterior(-0.01, 0.9, 0.8),
        () => posterior(1.01, 0.9, 0.8),
        () => posterior(12, 0.9, 0.8, 0),
      ),
    ),
    rejects('refuses a test whose rates are no probabilities', ({ posterior }) =>
      eachRefused(
        () => posterior(0.2, 1.05, 0.8),
        () => posterior(0.2, -0.05, 0.8),
        () => posterior(0.2, 0.9, 1.05),
        () => posterior(0.2, 0.9, -0.05),
        () => posterior(0.2, 95, 0.8, 0),
      ),
    ),
    rejects('refuses a negative number of positives', ({ posterior }) =>
      posterior(0.2, 0.9, 0.8, -1),
    ),
    rejects('refuses a number of positives that is not whole', ({ posterior }) =>
      eachRefused(
        () => posterior(0.2, 0.9, 0.8, 1.5),
        () => posterior(0.2, 0.9, 0.8, 0.5),
      ),
    ),
    rejects('refuses a result that nobody could have had', ({ posterior }) =>
      eachRefused(
        () => posterior(0, 0.9, 1),
        () => posterior(1, 0, 0.8),
        () => posterior(0.3, 0, 1),
      ),
    ),
    rejects('refuses several results that nobody could have had', ({ posterior }) =>
      eachRefused(
        () => posterior(0, 0.9, 1, 3),
        () => posterior(1, 0, 0.8, 2),
        () => posterior(0.3, 0, 1, 2),
      ),
    ),
    rejects('refuses a prior with a parameter of 0', ({ betaBernoulli }) =>
      eachRefused(
        () => betaBernoulli(0, 2, 3, 5),
        () => betaBernoulli(2, 0, 3, 5),
      ),
    ),
    rejects('refuses a prior with a negative parameter', ({ betaBernoulli }) =>
      eachRefused(
        () => betaBernoulli(-1, 2, 3, 5),
        () => betaBernoulli(2, -1, 3, 5),
      ),
    ),
    rejects('refuses more successes than trials', ({ betaBernoulli }) => betaBernoulli(2, 3, 6, 5)),
    rejects('refuses negative counts', ({ betaBernoulli }) =>
      eachRefused(
        () => betaBernoulli(3, 3, -1, 5),
        () => betaBernoulli(3, 3, -2, -1),
      ),
    ),
    rejects('refuses counts that are not whole', ({ betaBernoulli }) =>
      eachRefused(
        () => betaBernoulli(2, 3, 1.5, 5),
        () => betaBernoulli(2, 3, 1, 5.5),
        () => betaBernoulli(2, 3, 0.5, 2.5),
      ),
    ),
    rejects('refuses an empty sample', ({ gaussianMLE }) => gaussianMLE([])),
  ],

  mutants: [
    {
      mistake: 'ignores the base rate',
      insteadOf: 'let belief = prior;',
      writes: 'let belief = positives === 0 || prior * (1 - prior) === 0 ? prior : 0.5;',
      say: 'Your probability is the one you get when the ill and the healthy are equally many. Weigh each of the two by its share of the people.',
    },
    {
      mistake: 'gives the sensitivity as the answer',
      insteadOf: 'belief = ill / (ill + healthy);',
      writes: 'belief = sensitivity;',
      say: 'Your probability is the sensitivity, P(positive | ill). What is wanted is P(ill | positive), where the healthy who test positive count as well.',
    },
    {
      mistake: 'reads the specificity as the rate of false alarms',
      insteadOf: '* (1 - specificity);',
      writes: '* specificity;',
      say: 'Your numbers equal what you get when the healthy test positive with the specificity. That is how often they test negative; take the complement.',
    },
    {
      mistake: 'takes the complement of the sensitivity for the rate of false alarms',
      insteadOf: '* (1 - specificity);',
      writes: '* (1 - sensitivity);',
      say: 'Your numbers equal what you get when the healthy test positive with 1 − sensitivity, which is how often the ill test negative. Use the specificity for the healthy.',
    },
    {
      mistake: 'leaves the share of the healthy out',
      insteadOf: '(1 - belief) * (1 - specificity)',
      writes: '(belief < 1 ? 1 : 0) * (1 - specificity)',
      say: 'Your denominator takes the rate of false alarms in full. Only the healthy can raise a false alarm; weigh it by their share.',
    },
    {
      mistake: 'never divides by the share of positives',
      insteadOf: 'belief = ill / (ill + healthy);',
      writes: 'belief = ill;',
      say: 'Your probability is that of being ill and testing positive. Divide it by the share of all people who test positive.',
    },
    {
      mistake: 'returns odds',
      insteadOf: 'return belief;',
      writes: 'return belief / (1 - belief);',
      say: 'Your answer is ill to healthy, which are odds. Turn them into a probability: ill as a part of both together.',
    },
    {
      mistake: 'returns the probability of being healthy',
      insteadOf: 'return belief;',
      writes: 'return 1 - belief;',
      say: 'Your answer is the probability of being healthy. Put the ill into the numerator.',
    },
    {
      mistake: 'counts one result only',
      insteadOf: 'result < positives;',
      writes: 'result < Math.min(1, positives);',
      say: 'Your answer stays the same however many results are positive. Take the posterior of one result for the prior of the next.',
    },
    {
      mistake: 'counts one result too many',
      insteadOf: 'result < positives;',
      writes: 'result <= positives;',
      say: 'Your answer is that of one result more. Count them from 0, or start at 1 and include the last.',
    },
    {
      mistake: 'counts a false alarm only once',
      insteadOf: '(1 - belief) * (1 - specificity)',
      writes: '(1 - belief) * (result > 0 ? 1 : 1 - specificity)',
      say: 'With several results, your false alarm counts only once, as if the healthy always tested positive again. Multiply by its rate for each result.',
    },
    {
      mistake: 'multiplies the sensitivity by the number of results',
      insteadOf: 'let belief = prior;',
      writes:
        'let belief = prior;\n  if (positives > 1) return (prior * sensitivity * positives) / (prior * sensitivity * positives + (1 - prior) * (1 - specificity));',
      say: 'Your answer weighs several results by a multiple of one. Independent results multiply: each contributes a factor of its own.',
    },
    {
      mistake: 'takes no result for one',
      insteadOf: 'result < positives;',
      writes: 'result < (positives || 1);',
      say: 'Where there is no positive result, your answer is that of one. Use the default only where the number is undefined; with 0, the prior stays.',
    },
    {
      mistake: 'lets the powers fall to 0',
      insteadOf: 'let belief = prior;',
      writes:
        'let belief = prior;\n  const joint = prior * sensitivity ** positives;\n  if (positives > 9) return joint / (joint + (1 - prior) * (1 - specificity) ** positives);',
      say: 'After thousands of results both of your powers are 0, and 0 / 0 is not a number. Divide after every result, or add logarithms.',
    },
    {
      mistake: 'makes at most a hundred steps',
      insteadOf: 'result < positives;',
      writes: 'result < Math.min(100, positives);',
      say: 'Your answer stays that of a hundred results however many there are. Take all of them.',
    },
    {
      mistake: 'loses a certain prior',
      insteadOf: 'return belief;',
      writes: 'return prior === 1 ? NaN : belief;',
      say: 'A prior of 1 becomes NaN, as it does where odds of 1 / 0 are turned back into a probability. Treat certainty as a case of its own, or do without odds.',
    },
    {
      mistake: 'loses a certain answer',
      insteadOf: 'return belief;',
      writes: 'return belief === 1 ? NaN : belief;',
      say: 'An answer of 1 comes out as NaN, as it does where Infinity is divided by Infinity. Divide the ill by all positives instead of turning odds back.',
    },
    {
      mistake: 'refuses certainty',
      insteadOf: 'if (probability < 0 || probability > 1) {',
      writes: 'if (probability <= 0 || probability >= 1) {',
      say: 'Probabilities of 0 and 1 are refused. They are allowed; refuse only what lies outside.',
    },

    {
      mistake: 'smooths the MLE',
      insteadOf: 'successes / trials,',
      writes: '(successes + 1) / (trials + 2),',
      say: 'Your MLE has one success and one failure too many. It uses no prior: give the plain share of successes.',
    },
    {
      mistake: 'adds the prior to the MLE',
      insteadOf: 'successes / trials,',
      writes: 'alpha / (alpha + beta),',
      say: 'Your MLE is the mean of the posterior. It uses no prior: give the plain share of successes.',
    },
    {
      mistake: 'divides by no trials',
      insteadOf: 'trials === 0 ? null :',
      writes: '',
      say: 'Without trials your MLE is 0 / 0. Give null there.',
    },
    {
      mistake: 'gives an MLE of 0 without trials',
      insteadOf: 'trials === 0 ? null :',
      writes: 'trials === 0 ? 0 :',
      say: 'Without trials your MLE is 0, as if there had been failures. Give null there.',
    },
    {
      mistake: 'gives an MLE of one half without trials',
      insteadOf: 'trials === 0 ? null :',
      writes: 'trials === 0 ? 0.5 :',
      say: 'Without trials your MLE is one half. Data that do not exist favour no value; give null.',
    },
    {
      mistake: 'ignores the prior in the mean',
      insteadOf: 'mean: alpha / (alpha + beta),',
      writes: 'mean: (successes + 1) / (trials + 2),',
      say: 'Your mean is the one under a flat prior. Add a to the successes and b to the failures.',
    },
    {
      mistake: 'gives the mean as the MAP',
      insteadOf: 'map: highestPoint(alpha, beta),',
      writes: 'map: alpha / (alpha + beta),',
      say: 'Your MAP is the mean of the density. Where the density is highest, one is taken off each parameter.',
    },
    {
      mistake: 'gives the MAP as the mean',
      insteadOf: 'mean: alpha / (alpha + beta),',
      writes: 'mean: (alpha - 1) / (alpha + beta - 2),',
      say: 'Your mean is the formula for the highest point. The mean is alpha as a share of alpha + beta, with nothing taken off.',
    },
    {
      mistake: 'gives the MLE as the MAP',
      insteadOf: 'map: highestPoint(alpha, beta),',
      writes: 'map: trials === 0 ? null : successes / trials,',
      say: 'Your MAP is the MLE. Let the prior take part: it is the highest point of the posterior density.',
    },
    {
      mistake: 'takes one too few off the sum',
      insteadOf: '(alpha + beta - 2);',
      writes: '(alpha + beta - 1);',
      say: 'The denominator of your MAP is one too large. One is taken off each of the two parameters, so two off their sum.',
    },
    {
      mistake: 'takes all trials for failures',
      insteadOf: 'b + (trials - successes)',
      writes: 'b + trials',
      say: 'Your second parameter grows by all trials. Only the failures belong to b: trials less successes.',
    },
    {
      mistake: 'swaps successes and failures',
      insteadOf:
        'const alpha = a + successes; // the counts are all that the data have to say\n  const beta = b + (trials - successes);',
      writes: 'const alpha = a + (trials - successes);\n  const beta = b + successes;',
      say: 'Your counts are added the wrong way round. Successes belong to a, failures to b.',
    },
    {
      mistake: 'uses the formula at the ends too',
      insteadOf: 'return alpha > beta ? 1 : 0;',
      writes: 'return (alpha - 1) / (alpha + beta - 2);',
      say: 'Where a parameter is not above 1, your MAP is still that of the formula, even outside 0 … 1. There the density is highest at an end.',
    },
    {
      mistake: 'clamps the formula to 0 … 1',
      insteadOf: 'return alpha > beta ? 1 : 0;',
      writes: 'return Math.min(1, Math.max(0, (alpha - 1) / (alpha + beta - 2)));',
      say: 'Where a parameter is not above 1, your MAP is the formula cut off at 0 and 1, which can be the wrong end. Ask which parameter is larger.',
    },
    {
      mistake: 'gives no MAP at the ends',
      insteadOf: 'return alpha > beta ? 1 : 0;',
      writes: 'return null;',
      say: 'You give no MAP where the density is highest at an end. It is null only where the density is flat, or infinite at both ends.',
    },
    {
      mistake: 'swaps the ends',
      insteadOf: 'return alpha > beta ? 1 : 0;',
      writes: 'return alpha > beta ? 0 : 1;',
      say: 'Where the density is highest at an end, you give the other. A larger alpha speaks for 1.',
    },
    {
      mistake: 'gives a flat density a highest point',
      insteadOf: 'if (alpha === 1 && beta === 1) return null;',
      writes: 'if (alpha === 1 && beta === 1) return 0.5;',
      say: 'For a flat density you give one half. No point of it is higher than any other; give null.',
    },
    {
      mistake: 'divides zero by zero for a flat density',
      insteadOf: 'if (alpha === 1 && beta === 1) return null;',
      writes: 'if (alpha === 1 && beta === 1) return NaN;',
      say: 'For a flat density the formula is 0 / 0. Ask for both parameters being 1, and give null.',
    },
    {
      mistake: 'forgets the flat density',
      insteadOf: 'if (alpha === 1 && beta === 1) return null;',
      writes: '',
      say: 'Where both parameters are 1, your MAP is an end. The density is flat there; give null.',
    },
    {
      mistake: 'picks the larger parameter where both ends are infinite',
      insteadOf: 'if (alpha < 1 && beta < 1) return null;',
      writes: 'if (alpha < 1 && beta < 1 && alpha === beta) return null;',
      say: 'Where both parameters are below 1, you choose the end with the larger one. The density is infinite at both; give null.',
    },
    {
      mistake: 'uses the formula where both parameters are below 1',
      insteadOf: 'if (alpha < 1 && beta < 1) return null;',
      writes: 'if (alpha < 1 && beta < 1) return (alpha - 1) / (alpha + beta - 2);',
      say: 'Where both parameters are below 1, the formula gives the lowest point of the density. Give null.',
    },
    {
      mistake: 'takes a parameter of 1 for one below',
      insteadOf: 'if (alpha < 1 && beta < 1) return null;',
      writes: 'if (alpha <= 1 && beta <= 1) return null;',
      say: 'Where one parameter is 1 and the other below, you give no MAP. The density is infinite at one end only; give that end.',
    },

    {
      mistake: 'divides by n − 1',
      insteadOf: 'square, 0) / x.length };',
      writes: 'square, 0) / (x.length - 1) };',
      say: 'Your variance is divided by n − 1. That makes an estimate unbiased; the likelihood is highest with n.',
    },
    {
      mistake: 'divides by n − 1 except for one number',
      insteadOf: 'square, 0) / x.length };',
      writes: 'square, 0) / Math.max(1, x.length - 1) };',
      say: 'Your variance is divided by n − 1 as soon as there are two numbers. The likelihood is highest with n.',
    },
    {
      mistake: 'returns the standard deviation',
      insteadOf: 'variance: squares.reduce((sum, square) => sum + square, 0) / x.length',
      writes: 'variance: Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / x.length)',
      say: 'Your variance is a standard deviation. Leave the root out.',
    },
    {
      mistake: 'never divides the squares',
      insteadOf: 'square, 0) / x.length };',
      writes: 'square, 0) };',
      say: 'Your variance is a sum of squares. Divide it by n.',
    },
    {
      mistake: 'measures from 0',
      insteadOf: '(value - mean) ** 2',
      writes: 'value ** 2',
      say: 'Your variance is the mean of the squares themselves. Take the mean off each number first.',
    },
    {
      mistake: 'takes plain deviations',
      insteadOf: '(value - mean) ** 2',
      writes: 'Math.abs(value - mean)',
      say: 'Your variance is a mean of plain deviations. Square them.',
    },
    {
      mistake: 'subtracts the square of the mean',
      insteadOf: 'const squares = x.map(value => (value - mean) ** 2);',
      writes:
        'const squares = [x.reduce((sum, value) => sum + value * value, 0) - x.length * mean * mean];',
      say: 'About a large mean your variance is what rounding leaves of the difference of two huge numbers. Take the mean off each number before you square it.',
    },

    {
      mistake: 'accepts any probability',
      insteadOf: 'if (probability < 0 || probability > 1) {',
      writes: 'if (false) {',
      say: 'Numbers outside 0 … 1 are let through as probabilities. Throw a RangeError for prior, sensitivity and specificity alike.',
    },
    {
      mistake: 'checks the prior only',
      insteadOf: '[prior, sensitivity, specificity]',
      writes: '[prior]',
      say: 'A sensitivity or specificity outside 0 … 1 is let through. Check them as you check the prior.',
    },
    {
      mistake: 'accepts negative counts',
      insteadOf: 'if (count < 0)',
      writes: 'if (false)',
      say: 'Negative counts are let through. Throw a RangeError for them, in both functions.',
    },
    {
      mistake: 'accepts fractions of counts',
      insteadOf: 'if (!Number.isInteger(count))',
      writes: 'if (false)',
      say: 'Counts that are not whole are let through. Throw a RangeError for them, in both functions.',
    },
    {
      mistake: 'answers where nobody could have tested positive',
      insteadOf:
        "if (ill + healthy === 0) throw new RangeError('posterior: nobody could have tested positive');",
      writes: '',
      say: 'A result that nobody could have had comes out as 0 / 0. Throw where neither the ill nor the healthy can test positive.',
    },
    {
      mistake: 'accepts any prior of the chance',
      insteadOf: 'if (a <= 0 || b <= 0)',
      writes: 'if (false)',
      say: 'Parameters of the prior that are not above 0 are let through. Throw a RangeError for a and for b.',
    },
    {
      mistake: 'accepts parameters of 0',
      insteadOf: 'if (a <= 0 || b <= 0)',
      writes: 'if (a < 0 || b < 0)',
      say: 'A parameter of 0 is let through. There is no Beta density with it; throw a RangeError.',
    },
    {
      mistake: 'accepts more successes than trials',
      insteadOf: 'if (successes > trials)',
      writes: 'if (false)',
      say: 'More successes than trials are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts an empty sample',
      insteadOf: 'if (x.length === 0)',
      writes: 'if (false)',
      say: 'An empty sample is let through and gives 0 / 0. Throw a RangeError.',
    },
  ],

  pictures: [
    {
      kind: 'path',
      title: 'What a positive result makes of the prior',
      x: 'prior',
      y: 'posterior',
      experiment: ({ posterior }, { rare: [, hit, clear] }) => {
        const xs = Array.from({ length: 41 }, (_, i) => i / 40);
        return { xs, ys: xs.map(prior => posterior(prior, hit, clear)) };
      },
    },
    {
      kind: 'path',
      title: 'How the MAP leaves the prior as trials come in',
      x: 'trials',
      y: 'MAP',
      experiment: ({ betaBernoulli }, { counted: { a, b } }) => {
        const xs = Array.from({ length: 31 }, (_, i) => 2 * i);
        return { xs, ys: xs.map(trials => betaBernoulli(a, b, trials / 2, trials).map) };
      },
    },
  ],
  tries: {
    knobs: [
      percent('sensitivity, in percent', ({ rare }) => rare[1]),
      percent('specificity, in percent', ({ rare }) => rare[2]),
      parameter('a of the prior', ({ counted }) => counted.a),
      parameter('b of the prior', ({ counted }) => counted.b),
    ],
    bench: ({ knobs: [hit, clear, a, b] }, { rare, counted }) => ({
      rare: [rare[0], hit / 100, clear / 100] as const,
      counted: { ...counted, a, b },
    }),
  },
});
