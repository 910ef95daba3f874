import { compare, type Tolerance } from './compare';
import type { Diagnosis, Findings } from './diagnose';
import { wasObserved } from './judge';
import { at, isRecord, leaves, type Value } from './value';

/** One number that came out beside the one that was expected. */
interface Pair {
  readonly received: number;
  readonly expected: number;
}

/** A pattern that holds for every differing number, in words. `args` are those of the call that failed. */
type Symptom = (pairs: readonly Pair[], args: readonly Value[]) => string | null;

/**
 * Looks for a pattern in what came out that holds for every number of the first missed check.
 * A pattern is a fact about numbers; it never claims to know what the code does.
 */
export function symptomOf({ grader, learner, reference, headline: i }: Findings): Diagnosis | null {
  const check = grader.checks[i];
  const witness = learner[i];
  if (check?.verb !== 'agrees' || !wasObserved(witness)) return null;
  const expected = reference[i].value;
  const received = check.upTo ? check.upTo(witness.value, expected) : witness.value;
  if (compare(received, expected, check.within)?.kind !== 'number') return null;
  const wrong = wrongPart(received, expected, check.within);
  const pairs = pairUp(wrong.received, wrong.expected);
  if (pairs.length < 2) return null;
  const args = witness.calls.at(-1)?.args ?? [];
  for (const symptom of SYMPTOMS) {
    const say = symptom(pairs, args);
    if (say) return { say: wrong.preface + say, from: 'symptom', mistakes: [] };
  }
  return null;
}

/** Where some fields of an object are right and one is not, that one; else the whole. */
function wrongPart(received: Value, expected: Value, within?: Tolerance) {
  const whole = { received, expected, preface: '' };
  if (!isRecord(received) || !isRecord(expected)) return whole;
  const fields = Object.keys(expected);
  const wrong = fields.filter(field => compare(received[field], expected[field], within));
  if (wrong.length !== 1 || fields.length === 1) return whole;
  const [field] = wrong;
  return {
    received: received[field],
    expected: expected[field],
    preface: `Only ${field} is wrong. `,
  };
}

/** Pairs numbers by their path, so that neither further fields nor another order of fields matters. */
function pairUp(received: Value, expected: Value): Pair[] {
  const pairs: Pair[] = [];
  for (const { path, number } of leaves(expected)) {
    const found = at(received, path);
    if (typeof found !== 'number') return [];
    pairs.push({ received: found, expected: number });
  }
  return pairs;
}

const near = (a: number, b: number) =>
  Number.isFinite(b) && Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b)) + 1e-12;

/** @returns c where every received number is c times the expected one, told by at least two numbers that are not 0. */
function commonFactor(pairs: readonly Pair[]): number | null {
  const telling = pairs.filter(({ expected }) => Math.abs(expected) > 1e-9);
  if (telling.length < 2) return null;
  const factor = telling[0].received / telling[0].expected;
  return Number.isFinite(factor) && pairs.every(p => near(p.received, factor * p.expected))
    ? factor
    : null;
}

const zero: Symptom = pairs =>
  pairs.every(p => p.received === 0) && pairs.some(p => p.expected !== 0)
    ? 'Every number came out as 0. Is the result ever written to, or is an integer operation in the way?'
    : null;

const opposite: Symptom = pairs => {
  const factor = commonFactor(pairs);
  return factor !== null && near(factor, -1)
    ? 'Every number has the right size and the wrong sign. Look for a difference taken the wrong way round.'
    : null;
};

const multiple: Symptom = (pairs, args) => {
  const factor = commonFactor(pairs);
  if (factor === null || factor === 0 || near(factor, 1)) return null;
  const known =
    KNOWN_FACTORS.find(([constant]) => near(factor, constant)) ??
    factorFrom(args, factor) ??
    fixedOption(args, factor);
  return `Every number is ${Number(factor.toPrecision(7))} times what it should be${known ? `, which is ${known[1]}` : ''}. Look for a factor or a divisor too many or too few.`;
};

/**
 * Looks for the factor among the sizes and the numbers of the arguments: n, 1 / n, n / (n − 1), a rate …
 * @returns null where none fits, or more than one
 */
function factorFrom(args: readonly Value[], factor: number): [number, string] | null {
  const fits = args
    .flatMap((arg, i) => constantsOf(arg, ORDINALS[i] ?? 'last'))
    .flatMap(({ value, is }): [number, string][] => {
      // A coincidence with 1 or 2 proves nothing.
      if (Math.abs(value) < 1e-9 || [0.5, 1, 2].some(plain => near(value, plain))) return [];
      const forms: [number, string][] = [
        [value, is],
        [1 / value, `1 divided by ${is}`],
        [value / (value - 1), `${is} divided by one less`],
        [(value - 1) / value, `one less than ${is}, divided by it`],
      ];
      return forms.filter(([number]) => near(factor, number));
    });
  const different = new Set(fits.map(([, is]) => is));
  return different.size === 1 ? fits[0] : null;
}

/**
 * Looks for an option in whose place a plain number would give the factor: 0.1 where learningRate is 0.0473.
 * @returns null where none does, more than one, or the factor is so plain itself that it proves nothing
 */
function fixedOption(args: readonly Value[], factor: number): [number, string] | null {
  if (near(factor, Number(factor.toPrecision(3)))) return null;
  const fits = args
    .filter(isRecord)
    .flatMap(options => constantsOf(options, ''))
    .flatMap(({ value, is }): [number, string][] => {
      const fixed = Number((factor * value).toPrecision(2));
      if (fixed <= 0 || !near(factor * value, fixed)) return [];
      return [[factor, `what ${fixed} gives in place of the ${is} of ${value}`]];
    });
  return fits.length === 1 ? fits[0] : null;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** The sizes of an array, or the numbers of an option bag, each with words for it. */
function constantsOf(arg: Value, ordinal: string): { value: number; is: string }[] {
  if (Array.isArray(arg)) {
    const rows = { value: arg.length, is: `the length of the ${ordinal} argument` };
    const [row] = arg;
    if (!Array.isArray(row)) return [rows];
    return [rows, { value: row.length, is: `the length of a row of the ${ordinal} argument` }];
  }
  if (typeof arg === 'number') return [{ value: arg, is: `the ${ordinal} argument` }];
  if (!isRecord(arg)) return [];
  return Object.entries(arg).flatMap(([field, value]) =>
    typeof value === 'number' ? [{ value, is: field }] : [],
  );
}

const KNOWN_FACTORS: [number, string][] = [
  [1 / Math.LN2, '1 / ln 2: a logarithm to base 2 where the natural one is asked for'],
  [Math.LN2, 'ln 2: a natural logarithm where base 2 is asked for'],
  [100, 'per cent instead of a fraction'],
];

const offset: Symptom = pairs => {
  const by = pairs[0].received - pairs[0].expected;
  const same = (p: Pair) =>
    Math.abs(p.received - p.expected - by) <= 1e-6 * Math.abs(by) + 1e-14 * Math.abs(p.expected);
  if (Math.abs(by) < 1e-9 || !pairs.every(same)) return null;
  const all = pairs.every(p => Number.isInteger(p.expected));
  return all && Math.abs(by) === 1
    ? `Every number is off by ${by > 0 ? 'plus' : 'minus'} one. Does counting start at 0?`
    : `Every number is off by the same amount, ${Number(by.toPrecision(7))}. Look for a term added once too often, or left out.`;
};

const rounded: Symptom = pairs => {
  for (const digits of [0, 1, 2, 3, 4, 5, 6]) {
    const unit = 10 ** -digits;
    const isWhole = (x: number) =>
      Math.abs(x - Math.round(x / unit) * unit) <= 1e-12 * Math.max(unit, Math.abs(x));
    const all = pairs.every(
      p => isWhole(p.received) && Math.abs(p.received - p.expected) <= 0.5000001 * unit,
    );
    if (all)
      return `Every number equals the right one rounded to ${digits} decimals. Leave numbers unrounded; only printing may round.`;
  }
  return null;
};

const transformed: Symptom = pairs => {
  for (const [apply, say] of TRANSFORMS) {
    if (pairs.every(p => near(p.received, apply(p.expected)))) return say;
  }
  return null;
};

const TRANSFORMS: [(x: number) => number, string][] = [
  [x => 1 - x, 'Every number is 1 minus what it should be. Two outcomes have changed places.'],
  [x => x * x, 'Every number is the square of what it should be. A square root is missing.'],
  [x => Math.sqrt(x), 'Every number is the square root of what it should be. Leave the root out.'],
  [x => 1 / x, 'Every number is 1 divided by what it should be. A quotient is upside down.'],
  [
    x => Math.exp(x),
    'Every number is e to the power of what it should be. A logarithm is missing.',
  ],
  [
    x => Math.log(x),
    'Every number is the logarithm of what it should be. Leave the logarithm out.',
  ],
];

const reversed: Symptom = pairs => {
  const n = pairs.length;
  return pairs.every((p, i) => near(p.received, pairs[n - 1 - i].expected))
    ? 'The right numbers came out in reverse order.'
    : null;
};

const reordered: Symptom = pairs => {
  const left = pairs.map(p => p.received).sort((a, b) => a - b);
  const right = pairs.map(p => p.expected).sort((a, b) => a - b);
  const distinct = new Set(right).size > 2;
  return distinct && left.every((x, i) => near(x, right[i]))
    ? 'The right numbers came out in another order. Are rows and columns, or two indices, exchanged?'
    : null;
};

const SYMPTOMS: Symptom[] = [
  zero,
  opposite,
  multiple,
  offset,
  rounded,
  transformed,
  reversed,
  reordered,
];
