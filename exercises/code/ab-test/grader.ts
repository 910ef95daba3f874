import {
  type Draw,
  eachRefused,
  grader,
  isRecord,
  type Law,
  type Tolerance,
} from '../../../graders';

interface Arm {
  n: number;
  conversions: number;
}

/** How an experiment is to come out, roughly; counts are whole, so the figures are only close. */
interface Plan {
  /** Users in both arms. */
  users: number;
  /** The share of users that the treatment was to get. */
  share: number;
  /** By how many standard errors the treatment got more users than that. */
  off: number;
  /** The control's rate. */
  rate: number;
  /** By how many pooled standard errors the treatment converts better. */
  z: number;
}

function experiment({ users, share, off, rate, z }: Plan): { control: Arm; treatment: Arm } {
  const n = Math.round(users * share + off * Math.sqrt(users * share * (1 - share)));
  const control = { n: users - n, conversions: Math.round((users - n) * rate) };
  const error = Math.sqrt(rate * (1 - rate) * (1 / n + 1 / control.n));
  return { control, treatment: { n, conversions: Math.round(n * (rate + z * error)) } };
}

/** Both statistics of a test, with the pooled error and with the errors of the two arms. */
function scores({ control, treatment }: { control: Arm; treatment: Arm }) {
  const [r, s] = [control, treatment].map(({ n, conversions }) => conversions / n);
  const all = (control.conversions + treatment.conversions) / (control.n + treatment.n);
  return {
    pooled: (s - r) / Math.sqrt(all * (1 - all) * (1 / control.n + 1 / treatment.n)),
    apart: (s - r) / Math.sqrt((r * (1 - r)) / control.n + (s * (1 - s)) / treatment.n),
  };
}

/** The two-sided p-value of a score, by Simpson's rule over the density. */
function twoSided(score: number): number {
  const steps = 200;
  const h = Math.abs(score) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i += 1) {
    sum += (i === 0 || i === steps ? 1 : 2 + 2 * (i % 2)) * Math.exp(-((i * h) ** 2) / 2);
  }
  return 1 - (2 * sum * h) / 3 / Math.sqrt(2 * Math.PI);
}

/** A p-value is small beside 1, and still has to be right; below 1e-12 it may be 0. */
const FOUR_DIGITS: Tolerance = { relative: 5e-5, scaled: 0, absolute: 1e-12 };

const round = (x: number, digits: number) => Number(x.toPrecision(digits));

/**
 * An experiment whose arms are of so unlike size that the test and the interval disagree: `alpha` lies
 * half way between their two p-values.
 * @param rarer whether the small arm, the treatment, has the lower rate; then its own error is smaller
 */
function torn(draw: Draw, rarer: boolean) {
  const share = round(draw.uniform(0.06, 0.09), 2);
  const z = draw.uniform(2, 2.6) * (rarer ? -1 : 1);
  const arms = experiment({
    users: draw.integer(9_000, 15_000),
    share,
    off: draw.uniform(-0.8, 0.8),
    rate: draw.uniform(0.09, 0.14),
    z,
  });
  const { pooled, apart } = scores(arms);
  const alpha = round(Math.sqrt(twoSided(pooled) * twoSided(apart)), 3);
  return [arms.control, arms.treatment, { alpha, expectedTreatmentShare: share }] as const;
}

const bench = (draw: Draw) => {
  const sign = draw.pick([-1, 1]);
  const plan = (more: Partial<Plan>): Plan => ({
    users: draw.integer(9_000, 16_000),
    share: round(draw.uniform(0.16, 0.24), 3),
    off: sign * draw.uniform(0.7, 1.3),
    rate: draw.uniform(0.07, 0.12),
    z: draw.uniform(2.3, 2.9),
    ...more,
  });
  /** An experiment as a list of arguments; the level is not the default unless it is asked for. */
  const made = (more: Partial<Plan>, options: { alpha?: number; srmAlpha?: number } = {}) => {
    const planned = plan(more);
    const { control, treatment } = experiment(planned);
    return [control, treatment, { expectedTreatmentShare: planned.share, ...options }] as const;
  };
  const level = draw.pick([0.1, 0.2, 0.003]);

  const better = made({}, { alpha: level });
  const worse = made(
    { z: -draw.uniform(1.1, 1.5), share: round(draw.uniform(0.71, 0.8), 3) },
    { alpha: 0.01 },
  );
  // A treatment with the lower rate in the smaller arm, half way to its limit.
  const sure = made({ z: draw.uniform(5.2, 5.9), users: draw.integer(20_000, 30_000) });
  const huge = experiment({
    users: 2 * draw.integer(700_000, 900_000),
    share: 0.5,
    off: draw.uniform(1.2, 1.6),
    rate: draw.uniform(0.02, 0.04),
    z: draw.uniform(1.1, 1.5),
  });
  // With the defaults: arms of nearly the same size, a split that is off but not by enough.
  const even = (z: number, off: number) => {
    const { control, treatment } = experiment(plan({ share: 0.5, z, off }));
    return [control, treatment] as const;
  };
  const few = draw.integer(3, 6);
  return {
    better,
    worse,
    sure,
    huge: [huge.control, huge.treatment] as const,
    suspect: even(sign * draw.uniform(2.4, 2.9), -sign * draw.uniform(2.3, 2.8)),
    plainly: even(draw.uniform(2.4, 2.9), draw.uniform(0.6, 1.2)),
    hardly: even(sign * draw.uniform(1.2, 1.5), draw.uniform(0.6, 1.2)),
    broken: even(sign * draw.uniform(3.4, 4), sign * draw.uniform(4.2, 4.8)),
    brokenFlat: even(sign * draw.uniform(0.8, 1.2), -sign * draw.uniform(4.2, 4.8)),
    // Flagged, or not, only because of the limit that is given.
    strict: made({ off: sign * draw.uniform(2.3, 2.8) }, { srmAlpha: 0.05 }),
    lenient: made(
      { off: sign * draw.uniform(3.4, 3.6), z: draw.uniform(2.4, 2.8) },
      { srmAlpha: 0.0001 },
    ),
    // Significant, or not, only because of the level that is given.
    loose: made({ z: -draw.uniform(1.75, 1.85) }, { alpha: 0.15 }),
    tight: made({ z: draw.uniform(2.2, 2.4) }, { alpha: 0.005 }),
    tornApart: torn(draw, false),
    tornPooled: torn(draw, true),
    // 12 % or so of few users, so that the interval is far wider than the difference.
    tiny: [
      { n: few, conversions: 1 },
      { n: few - 1, conversions: few - 2 },
    ] as const,
    fresh: [
      { n: draw.integer(700, 900), conversions: 0 },
      { n: draw.integer(500, 650), conversions: draw.integer(7, 15) },
      { expectedTreatmentShare: 0.42 },
    ] as const,
    gone: [
      { n: draw.integer(700, 900), conversions: draw.integer(7, 15) },
      { n: draw.integer(500, 650), conversions: 0 },
      { expectedTreatmentShare: 0.42 },
    ] as const,
    silent: [
      { n: draw.integer(410, 430), conversions: 0 },
      { n: draw.integer(370, 400), conversions: 0 },
    ] as const,
    full: ((n: number, m: number) =>
      [
        { n, conversions: n },
        { n: m, conversions: m },
      ] as const)(draw.integer(41, 43), draw.integer(37, 39)),
    // Nobody of one arm, everybody of the other.
    split: ((n: number, m: number) =>
      [
        { n, conversions: 0 },
        { n: m, conversions: m },
      ] as const)(draw.integer(11, 13), draw.integer(8, 10)),
    counts: draw.times(9, i => Math.round(40 + 12 * i + draw.uniform(0, 6))),
    control: { n: 500, conversions: 40 },
  };
};

type Bench = ReturnType<typeof bench>;

/** With the arms exchanged, the difference and z change sign, the interval turns round, p stays. */
const mirrors: Law<Bench> = value => {
  if (!Array.isArray(value) || !value.every(isRecord))
    return { say: 'The result should be an object.' };
  const [one, other] = value;
  const near = (a: unknown, b: unknown, scale = 0) =>
    typeof a === 'number' &&
    typeof b === 'number' &&
    Math.abs(a - b) <= 1e-4 * (Math.abs(b) + scale) + 1e-12;
  const negative = (x: unknown) => (typeof x === 'number' ? -x : NaN);
  for (const field of ['diff', 'z'] as const) {
    if (near(one[field], negative(other[field]))) continue;
    return {
      say: `With the arms exchanged, ${field} should change its sign and nothing else.`,
      path: [1, field],
      received: other[field],
      expected: negative(one[field]),
    };
  }
  if (!near(one.p, other.p)) {
    return {
      say: 'With the arms exchanged, p should stay as it is.',
      path: [1, 'p'],
      received: other.p,
      expected: one.p,
    };
  }
  const [low, high] = Array.isArray(one.ci) ? one.ci : [];
  const [otherLow, otherHigh] = Array.isArray(other.ci) ? other.ci : [];
  const width = Math.abs(Number(high) - Number(low));
  if (near(negative(otherHigh), low, width) && near(negative(otherLow), high, width)) return null;
  return {
    say: 'With the arms exchanged, the interval should be the same about the opposite difference.',
    path: [1, 'ci'],
    received: other.ci,
    expected: [negative(high), negative(low)],
  };
};

const GOOD = { n: 80, conversions: 12 };
const BAD = [
  { n: 0, conversions: 0 },
  { n: -80, conversions: -90 },
  { n: 80.5, conversions: 12 },
  { n: 80, conversions: -1 },
  { n: 80, conversions: 12.5 },
  { n: 80, conversions: 81 },
];

export default grader<typeof import('./solution'), typeof bench>({
  bench,

  checks: ({ agrees, holds, rejects }) => [
    agrees('takes the control’s rate from the treatment’s', ({ abTest }, { better, worse }) => [
      abTest(...better).diff,
      abTest(...worse).diff,
    ]),
    agrees('measures the lift against the control', ({ abTest }, { better, worse }) => [
      abTest(...better).relativeLift,
      abTest(...worse).relativeLift,
    ]),
    agrees('gives no lift over nothing', ({ abTest }, { fresh, gone }) => [
      abTest(...fresh).relativeLift,
      abTest(...gone).relativeLift,
    ]),

    agrees(
      'compares the users of each arm with those expected',
      ({ abTest }, { better, worse, strict }) => [
        abTest(...better).srm.chi2,
        abTest(...worse).srm.chi2,
        abTest(...strict).srm.chi2,
      ],
    ),
    agrees('expects half of the users in each arm by default', ({ abTest }, { suspect, huge }) => [
      abTest(...suspect).srm.chi2,
      abTest(...huge).srm.chi2,
      abTest(...suspect, { expectedTreatmentShare: undefined }).srm.chi2,
    ]),
    agrees(
      'gives the p-value of the split',
      ({ abTest }, { better, worse, strict, broken }) => [
        abTest(...better).srm.p,
        abTest(...worse).srm.p,
        abTest(...strict).srm.p,
        abTest(...broken).srm.p,
      ],
      { within: FOUR_DIGITS },
    ),
    agrees('flags a split whose p is below 0.001', ({ abTest }, { suspect, broken, plainly }) => [
      abTest(...suspect).srm.flagged,
      abTest(...broken).srm.flagged,
      abTest(...plainly).srm.flagged,
      abTest(...suspect, { srmAlpha: undefined }).srm.flagged,
      abTest(...broken, { srmAlpha: undefined }).srm.flagged,
    ]),
    agrees('flags a split by the limit that is given', ({ abTest }, { strict, lenient }) => [
      abTest(...strict).srm.flagged,
      abTest(...lenient).srm.flagged,
    ]),

    agrees('pools the arms for the test', ({ abTest }, { better, sure }) => [
      abTest(...better).z,
      abTest(...sure).z,
    ]),
    agrees('gives a worse treatment a negative z', ({ abTest }, { worse, tornPooled }) => [
      abTest(...worse).z,
      abTest(...tornPooled).z,
    ]),
    agrees('looks at both tails', ({ abTest }, { better }) => abTest(...better).p),
    agrees('gives a worse treatment a p from 0 to 1', ({ abTest }, { worse, tornPooled }) => [
      abTest(...worse).p,
      abTest(...tornPooled).p,
    ]),
    agrees('is right about a tiny p', ({ abTest }, { sure }) => abTest(...sure).p, {
      within: FOUR_DIGITS,
    }),
    agrees('finds nothing where nobody or everybody converts', ({ abTest }, { silent, full }) => {
      const [none, all] = [abTest(...silent), abTest(...full)];
      return [none.z, none.p, none.diff, all.z, all.p, all.diff];
    }),

    agrees(
      'gives each arm its own error in the interval',
      ({ abTest }, { plainly, sure, huge }) => [
        abTest(...plainly).ci,
        abTest(...sure).ci,
        abTest(...huge).ci,
      ],
    ),
    agrees('widens the interval with the level', ({ abTest }, { better, worse, loose, tight }) => [
      abTest(...better).ci,
      abTest(...worse).ci,
      abTest(...loose).ci,
      abTest(...tight).ci,
    ]),
    agrees(
      'takes a level that is undefined for 0.05',
      ({ abTest }, { better: [c, t, options] }) =>
        abTest(c, t, { ...options, alpha: undefined }).ci,
    ),
    agrees('leaves the bounds of a wide interval as they are', ({ abTest }, { tiny }) => {
      const [up, down] = [
        abTest(...tiny, { alpha: 0.001 }),
        abTest(tiny[1], tiny[0], { alpha: 0.001 }),
      ];
      return [up.ci, down.ci];
    }),
    agrees(
      'takes an arm where nobody or everybody converts',
      ({ abTest }, { fresh, gone, split, silent }) => [
        abTest(...fresh).ci,
        abTest(...gone).ci,
        abTest(...split).ci,
        abTest(...silent).ci,
      ],
    ),

    agrees(
      'calls a small p significant, better or worse',
      ({ abTest }, { plainly, hardly, sure }) => [
        abTest(...plainly).verdict,
        abTest(plainly[1], plainly[0]).verdict,
        abTest(...hardly).verdict,
        abTest(...sure).verdict,
      ],
    ),
    agrees('decides by the level that is given', ({ abTest }, { loose, tight }) => [
      abTest(...loose).verdict,
      abTest(...tight).verdict,
    ]),
    agrees(
      'decides by the test where the interval holds 0',
      ({ abTest }, { tornApart }) => abTest(...tornApart).verdict,
    ),
    agrees(
      'decides by the test where the interval leaves 0 out',
      ({ abTest }, { tornPooled }) => abTest(...tornPooled).verdict,
    ),
    agrees(
      'lets a split that is off overrule everything',
      ({ abTest }, { broken, brokenFlat, strict }) => [
        abTest(...broken).verdict,
        abTest(...brokenFlat).verdict,
        abTest(...strict).verdict,
      ],
    ),
    agrees('lets a split pass that is only slightly off', ({ abTest }, { suspect, lenient }) => [
      abTest(...suspect).verdict,
      abTest(...lenient).verdict,
    ]),
    agrees('computes everything where the split is off, too', ({ abTest }, { broken }) =>
      abTest(...broken),
    ),
    agrees('takes the smallest arms', ({ abTest }, { tiny }) => [
      abTest(...tiny),
      abTest({ n: 1, conversions: 1 }, { n: 1, conversions: 0 }),
      abTest({ n: 1, conversions: 0 }, { n: 1, conversions: 0 }, {}),
    ]),
    agrees('takes the largest arms', ({ abTest }, { huge }) => abTest(...huge)),
    holds(
      'mirrors its results where the arms are exchanged',
      ({ abTest }, { better: [control, treatment, options] }) => [
        abTest(control, treatment, options),
        abTest(treatment, control, options),
      ],
      mirrors,
    ),

    rejects('refuses arms without users', ({ abTest }) =>
      abTest({ n: 0, conversions: 0 }, { n: 0, conversions: 0 }),
    ),
    rejects('refuses numbers of users that are not whole', ({ abTest }) =>
      abTest({ n: 80.5, conversions: 12 }, { n: 79.5, conversions: 10 }),
    ),
    rejects('refuses negative conversions', ({ abTest }) =>
      abTest({ n: 80, conversions: -1 }, { n: 80, conversions: -3 }),
    ),
    rejects('refuses conversions that are not whole', ({ abTest }) =>
      abTest({ n: 80, conversions: 12.5 }, { n: 80, conversions: 9.5 }),
    ),
    rejects('refuses more conversions than users', ({ abTest }) =>
      abTest({ n: 80, conversions: 81 }, { n: 80, conversions: 95 }),
    ),
    rejects('refuses bad counts in the control', ({ abTest }) =>
      eachRefused(...BAD.map(arm => () => abTest(arm, GOOD))),
    ),
    rejects('refuses bad counts in the treatment', ({ abTest }) =>
      eachRefused(...BAD.map(arm => () => abTest(GOOD, arm))),
    ),
    rejects('refuses a level of 0 or 1', ({ abTest }) =>
      eachRefused(
        () => abTest(GOOD, GOOD, { alpha: 0 }),
        () => abTest(GOOD, GOOD, { alpha: 1 }),
      ),
    ),
    rejects('refuses a level outside of 0 to 1', ({ abTest }) =>
      eachRefused(
        () => abTest(GOOD, GOOD, { alpha: -0.05 }),
        () => abTest(GOOD, GOOD, { alpha: 1.5 }),
      ),
    ),
    rejects('refuses a share that is not between 0 and 1', ({ abTest }) =>
      eachRefused(
        () => abTest(GOOD, GOOD, { expectedTreatmentShare: 0 }),
        () => abTest(GOOD, GOOD, { expectedTreatmentShare: 1 }),
        () => abTest(GOOD, GOOD, { expectedTreatmentShare: -0.5 }),
        () => abTest(GOOD, GOOD, { expectedTreatmentShare: 50 }),
      ),
    ),
    rejects('refuses a limit of the split that is not between 0 and 1', ({ abTest }) =>
      eachRefused(
        () => abTest(GOOD, GOOD, { srmAlpha: 0 }),
        () => abTest(GOOD, GOOD, { srmAlpha: 1 }),
        () => abTest(GOOD, GOOD, { srmAlpha: -0.001 }),
        () => abTest(GOOD, GOOD, { srmAlpha: 1.001 }),
      ),
    ),
  ],

  mutants: [
    {
      mistake: 'takes the treatment from the control',
      insteadOf: 'treatmentRate - controlRate;',
      writes: 'controlRate - treatmentRate;',
      say: 'Your difference has the wrong sign. Take the control’s rate from the treatment’s, so that better is positive.',
    },
    {
      mistake: 'compares conversions, not rates',
      insteadOf: 'const diff = treatmentRate - controlRate;',
      writes: 'const diff = (treatment.conversions - control.conversions) / users;',
      say: 'Your difference compares how many converted, as if the arms were of one size. Divide each by its own users first.',
    },
    {
      mistake: 'gives the difference in per cent',
      insteadOf: 'const diff = treatmentRate - controlRate;',
      writes: 'const diff = 100 * (treatmentRate - controlRate);',
      say: 'Your difference is a hundred times too large. Leave rates as fractions.',
    },
    {
      mistake: 'gives the difference as the lift',
      insteadOf: 'null : diff / controlRate;',
      writes: 'null : diff;',
      say: 'Your relative lift is the plain difference. Divide it by the control’s rate.',
    },
    {
      mistake: 'measures the lift against the treatment',
      insteadOf: 'null : diff / controlRate;',
      writes: 'null : diff / treatmentRate;',
      say: 'Your lift is divided by the treatment’s rate. It is relative to the control.',
    },
    {
      mistake: 'gives the ratio of the rates as the lift',
      insteadOf: 'null : diff / controlRate;',
      writes: 'null : treatmentRate / controlRate;',
      say: 'Your lift is the ratio of the rates, which is 1 where nothing changes. Take that 1 off.',
    },
    {
      mistake: 'measures the lift against the pooled rate',
      insteadOf: 'null : diff / controlRate;',
      writes: 'null : (diff * users) / (control.conversions + treatment.conversions);',
      say: 'Your lift is divided by the pooled rate. It is relative to the control.',
    },
    {
      mistake: 'divides by a rate of 0',
      insteadOf: 'control.conversions === 0 ? null :',
      writes: '',
      say: 'Where the control has no conversions, your lift is divided by 0. Give null there.',
    },
    {
      mistake: 'gives a lift of 0 over nothing',
      insteadOf: 'control.conversions === 0 ? null :',
      writes: 'control.conversions === 0 ? 0 :',
      say: 'Where the control has no conversions, your lift is 0. Nothing can be said relative to nothing; give null.',
    },

    {
      mistake: 'takes the expected share for the control’s',
      insteadOf:
        'const toControl = (1 - share) * users; // how many were to be expected\n  const toTreatment = share * users;',
      writes: 'const toControl = share * users;\n  const toTreatment = (1 - share) * users;',
      say: 'Your χ² expects the share of the treatment in the control. Give the other arm what is left.',
    },
    {
      mistake: 'expects equal arms whatever the share',
      insteadOf: 'const share = options.expectedTreatmentShare ?? 0.5;',
      writes:
        'const planned = options.expectedTreatmentShare ?? 0.5;\n  if (!(planned > 0 && planned < 1)) throw new RangeError(String(planned));\n  const share = 0.5;',
      say: 'Your χ² expects half of the users in each arm. Use expectedTreatmentShare.',
    },
    {
      mistake: 'checks the split of the conversions',
      insteadOf:
        '(control.n - toControl) ** 2 / toControl + (treatment.n - toTreatment) ** 2 / toTreatment;',
      writes:
        '((x: number) => (x === 0 ? 0 : (treatment.conversions - share * x) ** 2 / (share * (1 - share) * x)))(control.conversions + treatment.conversions);',
      say: 'Your χ² looks at the conversions. The split is one of users, whether they convert or not.',
    },
    {
      mistake: 'counts one arm only',
      insteadOf: '/ toControl + (treatment.n - toTreatment) ** 2 / toTreatment;',
      writes: '/ toControl;',
      say: 'Your χ² has the term of the control only. Add that of the treatment.',
    },
    {
      mistake: 'counts the treatment only',
      insteadOf: '(control.n - toControl) ** 2 / toControl + (treatment.n',
      writes: '(treatment.n',
      say: 'Your χ² has the term of the treatment only. Add that of the control.',
    },
    {
      mistake: 'divides by what was observed',
      insteadOf: '/ toControl + (treatment.n - toTreatment) ** 2 / toTreatment;',
      writes: '/ control.n + (treatment.n - toTreatment) ** 2 / treatment.n;',
      say: 'Your χ² divides by the observed numbers. Divide each square by what was expected.',
    },
    {
      mistake: 'corrects for continuity',
      insteadOf:
        '(control.n - toControl) ** 2 / toControl + (treatment.n - toTreatment) ** 2 / toTreatment;',
      writes:
        'Math.max(0, Math.abs(treatment.n - toTreatment) - 0.5) ** 2 * (1 / toControl + 1 / toTreatment);',
      say: 'Your χ² is that with a continuity correction of one half. Leave the correction out.',
    },
    {
      mistake: 'never squares what the split is off by',
      insteadOf:
        '(control.n - toControl) ** 2 / toControl + (treatment.n - toTreatment) ** 2 / toTreatment;',
      writes:
        'Math.abs(control.n - toControl) / toControl + Math.abs(treatment.n - toTreatment) / toTreatment;',
      say: 'Your χ² adds plain differences. Square each before you divide by the expected number.',
    },
    {
      mistake: 'asks the normal tail of χ² itself',
      insteadOf: 'twoSided(Math.sqrt(chi2));',
      writes: 'twoSided(chi2);',
      say: 'Your p of the split is the normal tail at χ². With one degree of freedom χ² is a square; take its root first.',
    },
    {
      mistake: 'looks at one tail of the split',
      insteadOf: 'twoSided(Math.sqrt(chi2));',
      writes: 'normalTail(Math.sqrt(chi2));',
      say: 'Your p of the split is half as large as it should be. An arm may be too large or too small; count both tails.',
    },
    {
      mistake: 'gives the complement of the p of the split',
      insteadOf: 'const srmP = twoSided(Math.sqrt(chi2));',
      writes: 'const srmP = 1 - twoSided(Math.sqrt(chi2));',
      say: 'Your p of the split is the chance of a smaller χ². Take the tail above it.',
    },
    {
      mistake: 'flags the split by alpha',
      insteadOf: 'srmP < srmAlpha };',
      writes: 'srmP < alpha };',
      say: 'Your split is flagged by the level of the test. It has a limit of its own, srmAlpha.',
    },
    {
      mistake: 'always flags below 0.001',
      insteadOf: 'srmP < srmAlpha };',
      writes: 'srmP < 0.001 };',
      say: 'Your split is flagged below 0.001 whatever the limit. Use srmAlpha.',
    },
    {
      mistake: 'flags splits that are fine',
      insteadOf: 'srmP < srmAlpha };',
      writes: 'srmP >= srmAlpha };',
      say: 'Your split is flagged where p is large. A small p says that it is off.',
    },
    {
      mistake: 'has another limit of the split by default',
      insteadOf: 'options.srmAlpha ?? 0.001',
      writes: 'options.srmAlpha ?? 0.05',
      say: 'Without srmAlpha your split is flagged far too early. Make 0.001 the default.',
    },

    {
      mistake: 'does not pool the arms for the test',
      insteadOf: 'const pooledError = Math.sqrt(pooled / control.n + pooled / treatment.n);',
      writes:
        'const pooledError = Math.sqrt((controlRate * (1 - controlRate)) / control.n + (treatmentRate * (1 - treatmentRate)) / treatment.n) * Math.sign(pooled);',
      say: 'Your z has the standard error of the interval. Under the hypothesis of the test both arms share one rate; pool them.',
    },
    {
      mistake: 'pools by the mean of the two rates',
      insteadOf: '(control.conversions + treatment.conversions) / users;',
      writes: '(controlRate + treatmentRate) / 2;',
      say: 'Your pooled rate is the mean of the two rates. Divide all conversions by all users, so that the larger arm counts for more.',
    },
    {
      mistake: 'takes the control’s rate for the pooled one',
      insteadOf: '(control.conversions + treatment.conversions) / users;',
      writes: 'control.conversions + treatment.conversions === 0 ? 0 : controlRate;',
      say: 'Your standard error of the test comes from the control’s rate. Divide all conversions by all users.',
    },
    {
      mistake: 'divides by all users at once',
      insteadOf: 'Math.sqrt(pooled / control.n + pooled / treatment.n);',
      writes: 'Math.sqrt(pooled / users);',
      say: 'Your standard error of the test is that of one rate over all users. The difference of two means has a term for each arm: 1 / n of the one plus 1 / n of the other.',
    },
    {
      mistake: 'forgets the root of the pooled variance',
      insteadOf: 'Math.sqrt(pooled / control.n + pooled / treatment.n);',
      writes: 'pooled / control.n + pooled / treatment.n;',
      say: 'Your z is divided by a variance. Take its root.',
    },
    {
      mistake: 'leaves 1 − r out of the pooled variance',
      insteadOf: 'pooledRate * (1 - pooledRate);',
      writes: 'pooledRate * Number(pooledRate < 1);',
      say: 'Your pooled variance is the rate itself. The variance of a yes or no is r (1 − r).',
    },
    {
      mistake: 'drops the sign of z',
      insteadOf: 'pooledError === 0 ? 0 : diff / pooledError;',
      writes: 'pooledError === 0 ? 0 : Math.abs(diff) / pooledError;',
      say: 'Your z is positive for a worse treatment, too. Keep the sign of the difference.',
    },
    {
      mistake: 'divides zero by zero where nobody converts',
      insteadOf: 'pooledError === 0 ? 0 :',
      writes: '',
      say: 'Where nobody or everybody converts, your z is 0 / 0. Give 0 there, and p = 1.',
    },
    {
      mistake: 'looks at one tail',
      insteadOf: 'const p = twoSided(z);',
      writes: 'const p = pooledError === 0 ? 1 : normalTail(Math.abs(z));',
      say: 'Your p counts one tail. The treatment may be better or worse; count both.',
    },
    {
      mistake: 'looks at the upper tail only',
      insteadOf: 'const p = twoSided(z);',
      writes: 'const p = pooledError === 0 ? 1 : normalTail(z);',
      say: 'Your p is the chance of a larger z. The treatment may be better or worse; count as far from 0 on either side.',
    },
    {
      mistake: 'doubles the tail beyond a negative z',
      insteadOf: 'const p = twoSided(z);',
      writes: 'const p = 2 * normalTail(z);',
      say: 'For a worse treatment your p is above 1. Take the tail beyond |z|.',
    },
    {
      mistake: 'gives the complement of p',
      insteadOf: 'const p = twoSided(z);',
      writes: 'const p = pooledError === 0 ? 1 : 1 - twoSided(z);',
      say: 'Your p is the chance of something nearer to 0. Take the tails beyond |z|.',
    },

    {
      mistake: 'pools the arms for the interval',
      insteadOf: 'Math.sqrt(controlVariance + treatmentVariance);',
      writes: 'pooledError;',
      say: 'Your interval has the pooled standard error of the test. Here the arms may differ; give each its own variance.',
    },
    {
      mistake: 'adds the standard errors of the arms',
      insteadOf: 'Math.sqrt(controlVariance + treatmentVariance);',
      writes: '(Math.sqrt(controlVariance) + Math.sqrt(treatmentVariance));',
      say: 'Your interval adds the standard errors of the arms. Variances add; take the root of their sum.',
    },
    {
      mistake: 'forgets the root in the interval',
      insteadOf: 'Math.sqrt(controlVariance + treatmentVariance);',
      writes: '(controlVariance + treatmentVariance);',
      say: 'Your interval is as wide as a variance. Take the root of the sum first.',
    },
    {
      mistake: 'does not halve alpha',
      insteadOf: 'upperPoint(alpha / 2)',
      writes: 'upperPoint(alpha)',
      say: 'Your interval is too narrow, as it is where alpha is left out on each side. Leave out half of it on either side.',
    },
    {
      mistake: 'always makes a 95 % interval',
      insteadOf: 'upperPoint(alpha / 2)',
      writes: 'upperPoint(0.025)',
      say: 'Your interval has the same width at every level. Ask for the point beyond which alpha / 2 lies.',
    },
    {
      mistake: 'makes the interval one standard error wide',
      insteadOf: 'upperPoint(alpha / 2)',
      writes: '1',
      say: 'Your interval reaches one standard error to either side. Multiply by the point that belongs to alpha / 2.',
    },
    {
      mistake: 'puts the interval about 0',
      insteadOf: '[diff - margin, diff + margin];',
      writes: '[-margin, margin];',
      say: 'Your interval lies about 0. Put the difference in its middle.',
    },
    {
      mistake: 'puts the upper bound first',
      insteadOf: '[diff - margin, diff + margin];',
      writes: '[diff + margin, diff - margin];',
      say: 'Your bounds are in the wrong order. The lower one comes first.',
    },
    {
      mistake: 'cuts the interval off at −1 and 1',
      insteadOf: '[diff - margin, diff + margin];',
      writes: '[Math.max(-1, diff - margin), Math.min(1, diff + margin)];',
      say: 'Your bounds stop at −1 and 1. Leave them as the formula gives them.',
    },
    {
      mistake: 'has another level by default',
      insteadOf: 'options.alpha ?? 0.05',
      writes: 'options.alpha ?? 0.01',
      say: 'Without alpha your interval is too wide. Make 0.05 the default.',
    },
    {
      mistake: 'lets undefined replace a default',
      insteadOf:
        'const alpha = options.alpha ?? 0.05;\n  const share = options.expectedTreatmentShare ?? 0.5;\n  const srmAlpha = options.srmAlpha ?? 0.001;',
      writes:
        'const given = { alpha: 0.05, expectedTreatmentShare: 0.5, srmAlpha: 0.001, ...options };\n  const { alpha, expectedTreatmentShare: share, srmAlpha } = given as { alpha: number; expectedTreatmentShare: number; srmAlpha: number };',
      say: 'An option that is undefined replaces your default, as it does in a spread. Use ?? on each option.',
    },
    {
      mistake: 'decides by the interval',
      insteadOf: ': p < alpha ?',
      writes: ': ci[0] > 0 || ci[1] < 0 ?',
      say: 'Your verdict follows the interval. Let p and alpha decide; with arms of unlike size the two can disagree.',
    },
    {
      mistake: 'always decides at 0.05',
      insteadOf: ': p < alpha ?',
      writes: ': p < 0.05 ?',
      say: 'Your verdict is that of the level 0.05. Compare p with alpha.',
    },
    {
      mistake: 'calls only a better treatment significant',
      insteadOf: ': p < alpha ?',
      writes: ': p < alpha && diff > 0 ?',
      say: 'A treatment that is clearly worse is inconclusive in your verdict. Significant means different, better or worse.',
    },
    {
      mistake: 'decides the wrong way round',
      insteadOf: ': p < alpha ?',
      writes: ': p >= alpha ?',
      say: 'Your verdict is significant where p is large. A small p speaks against no difference.',
    },
    {
      mistake: 'ignores the split in the verdict',
      insteadOf: 'const verdict = srm.flagged',
      writes: 'const verdict = srm.flagged && users < 0',
      say: 'Your verdict is given although the split is off. Ask that first; nothing else counts then.',
    },
    {
      mistake: 'doubts the split only where p is small',
      insteadOf: 'const verdict = srm.flagged',
      writes: 'const verdict = srm.flagged && p < alpha',
      say: 'Where the split is off and p is large, your verdict is inconclusive. A split that is off overrules either.',
    },
    {
      mistake: 'doubts the split only where p is large',
      insteadOf: 'const verdict = srm.flagged',
      writes: 'const verdict = srm.flagged && !(p < alpha)',
      say: 'Where the split is off and p is small, your verdict is significant. A split that is off overrules either.',
    },

    {
      mistake: 'accepts arms without users',
      insteadOf: 'if (n < 1)',
      writes: 'if (n < 0)',
      say: 'An arm without users is let through. Throw a RangeError before you divide by it.',
    },
    {
      mistake: 'accepts users that are not whole',
      insteadOf: 'if (!Number.isInteger(n))',
      writes: 'if (false)',
      say: 'A number of users that is not whole is let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts conversions that are not whole',
      insteadOf: 'if (!Number.isInteger(conversions))',
      writes: 'if (false)',
      say: 'Conversions that are not whole are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts negative conversions',
      insteadOf: 'if (conversions < 0)',
      writes: 'if (false)',
      say: 'Negative conversions are let through. Throw a RangeError.',
    },
    {
      mistake: 'accepts more conversions than users',
      insteadOf: 'if (conversions > n)',
      writes: 'if (false)',
      say: 'More conversions than users are let through. Throw a RangeError.',
    },
    {
      mistake: 'checks the treatment only',
      insteadOf: "checkArm('control', control);",
      writes: '',
      say: 'Bad counts in the control are let through. Check both arms.',
    },
    {
      mistake: 'checks the control only',
      insteadOf: "checkArm('treatment', treatment);",
      writes: '',
      say: 'Bad counts in the treatment are let through. Check both arms.',
    },
    {
      mistake: 'accepts any level, share and limit',
      insteadOf: 'if (!(value > 0 && value < 1))',
      writes: 'if (false)',
      say: 'Options outside 0 … 1 are let through. Throw a RangeError for all three of them.',
    },
    {
      mistake: 'accepts options of 0 and 1',
      insteadOf: 'if (!(value > 0 && value < 1))',
      writes: 'if (value < 0 || value > 1)',
      say: 'Options of exactly 0 or 1 are let through. Refuse the ends as well.',
    },
    {
      mistake: 'checks the level only',
      insteadOf: 'Object.entries({ alpha, share, srmAlpha })',
      writes: 'Object.entries({ alpha })',
      say: 'A share or a limit of the split outside 0 … 1 is let through. Check them as you check alpha.',
    },
  ],

  pictures: [
    {
      kind: 'path',
      title: 'How p falls as more users of the treatment convert than of the control',
      x: 'rate of the treatment',
      y: 'p',
      experiment: ({ abTest }, { counts, control }) => ({
        xs: counts.map(conversions => conversions / control.n),
        ys: counts.map(conversions => abTest(control, { n: control.n, conversions }).p),
      }),
    },
  ],
  tries: {
    knobs: [
      {
        name: 'users in each arm',
        kind: 'rate',
        low: () => 50,
        high: () => 50_000,
        start: ({ control }) => control.n,
      },
      {
        name: 'rate of the control, in percent',
        kind: 'count',
        low: () => 1,
        high: () => 50,
        start: ({ control }) => (100 * control.conversions) / control.n,
      },
    ],
    bench: ({ knobs: [users, percent] }) => {
      const n = Math.round(users);
      const conversions = Math.max(1, Math.round((n * percent) / 100));
      // In parts of the deviation that a difference of two such arms has.
      const apart = Math.sqrt(2 * conversions * (1 - conversions / n)) / 3;
      const counts = Array.from({ length: 13 }, (_, i) => Math.round(conversions + i * apart));
      return { control: { n, conversions }, counts: [...new Set(counts)].filter(c => c <= n) };
    },
  },
});
