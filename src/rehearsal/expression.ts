import {
  absDependencies,
  addDependencies,
  cbrtDependencies,
  ceilDependencies,
  combinationsDependencies,
  cosDependencies,
  create,
  divideDependencies,
  eDependencies,
  erfDependencies,
  evaluateDependencies,
  expDependencies,
  expm1Dependencies,
  factorialDependencies,
  floorDependencies,
  log1pDependencies,
  log2Dependencies,
  log10Dependencies,
  logDependencies,
  maxDependencies,
  minDependencies,
  multiplyDependencies,
  piDependencies,
  powDependencies,
  roundDependencies,
  sinDependencies,
  sqrtDependencies,
  subtractDependencies,
  tanDependencies,
  tanhDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
} from 'mathjs/number';

/** What an expression comes to, or what is wrong with it in a sentence. */
export type Reading = { readonly value: number } | { readonly problem: string };

/** Longer than any answer, and short enough to be read at once. */
const LONGEST = 200;

const math = create({
  ...{ absDependencies, addDependencies, cbrtDependencies, ceilDependencies },
  ...{ combinationsDependencies, cosDependencies, divideDependencies, eDependencies },
  ...{ erfDependencies, evaluateDependencies, expDependencies, expm1Dependencies },
  ...{ factorialDependencies, floorDependencies, log10Dependencies, log1pDependencies },
  ...{ log2Dependencies, logDependencies, maxDependencies, minDependencies },
  ...{ multiplyDependencies, piDependencies, powDependencies, roundDependencies },
  ...{ sinDependencies, sqrtDependencies, subtractDependencies, tanDependencies },
  ...{ tanhDependencies, unaryMinusDependencies, unaryPlusDependencies },
});
const { evaluate } = math as { evaluate: (text: string, scope: Map<string, unknown>) => unknown };

/** All that an expression may name. */
const NAMES = [
  ...['abs', 'cbrt', 'ceil', 'combinations', 'cos', 'erf', 'exp', 'expm1', 'factorial', 'floor'],
  ...[
    'ln',
    'log',
    'log10',
    'log1p',
    'log2',
    'max',
    'min',
    'pow',
    'round',
    'sin',
    'sqrt',
    'tan',
    'tanh',
  ],
  ...['e', 'pi'],
];
const SCOPE: readonly (readonly [string, unknown])[] = [['ln', Math.log]];

/**
 * Works out what a learner typed for a number: `ln(20)/3`, `1 - 0.95^20`, `12 %`, `3e-4`. Only
 * arithmetic is read: no names but those of common functions, no assignments, no texts.
 */
export function readExpression(typed: string): Reading {
  const text = tidied(typed);
  if (text === '') return { problem: 'Type a number, or an expression such as ln(20)/3.' };
  if (text.length > LONGEST) return { problem: `Longer than ${LONGEST} characters.` };
  const odd = /[^\w\s.,()+\-*/^%!]/.exec(text)?.[0];
  if (odd !== undefined)
    return { problem: `“${odd}” is not read here; use numbers, + − * / ^ and ( ).` };
  if (/\d,\d/.test(text.replace(/\([^()]*\)/g, '')))
    return { problem: 'Write decimals with a point, as 0.25, and thousands without a comma.' };
  // A letter right after a digit is part of a number such as 3e-4, or a factor such as 2pi.
  const names = text.replace(/\d+(?:\.\d+)?e[+-]?\d+/gi, '0').match(/[A-Za-z_]\w*/g) ?? [];
  const unknown = names.find(name => !NAMES.includes(name));
  if (unknown !== undefined)
    return {
      problem: `“${unknown}” is not known here; write it as a number. Known are ln, log2, exp, sqrt, combinations and the like.`,
    };
  const open = text.split('(').length - text.split(')').length;
  if (open > 0) return { problem: 'A bracket is open: a “)” is missing.' };
  if (open < 0) return { problem: 'There is a “)” too many.' };
  let value: unknown;
  try {
    value = evaluate(text, new Map(SCOPE));
  } catch (error) {
    return { problem: sayOf(error, text) };
  }
  if (typeof value !== 'number') return { problem: 'That is no number.' };
  if (!Number.isFinite(value)) return { problem: 'That comes to no finite number.' };
  return { value };
}

/** As people type: `−`, `×`, `÷`, `²`, `√`, thin spaces between thousands, `12 %`, `a = 5`. */
function tidied(typed: string): string {
  return typed
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/[×·⋅]/g, '*')
    .replace(/÷/g, '/')
    .replace(/π/g, 'pi')
    .replace(/√/g, 'sqrt')
    .replace(/(\d)[\s'](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d|\))\s*%/g, '$1/100')
    .trim();
}

function sayOf(error: unknown, text: string): string {
  const at = (error as { char?: number }).char;
  if (typeof at !== 'number') return 'This cannot be worked out as it stands.';
  if (at > text.length) return 'Something is missing at the end.';
  return `This cannot be read from “${text.slice(Math.max(0, at - 1), at + 11)}” on.`;
}
