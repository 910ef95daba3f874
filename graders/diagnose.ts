import { compare, type Tolerance } from './compare';
import type { Grader, Mutant } from './grader';
import { type Witness, wasObserved } from './judge';
import type { Observation } from './observation';
import { symptomOf } from './symptoms';
import { leaves } from './value';
import type { Outcome } from './verdict';

/** A reason for a failure that the numbers prove. */
export interface Diagnosis {
  /** One sentence of fact, one of direction. */
  readonly say: string;
  /** How it is known: the outputs equal a mutant's, several mutants', two at once, or show a pattern. */
  readonly from: 'mutant' | 'class' | 'pair' | 'symptom';
  /** The mistakes that fit, as the grader names them; none for a symptom. */
  readonly mistakes: readonly string[];
  /** For a mutant or a pair: the checks in which the mistake shows, and in how many the outputs were equal. */
  readonly evidence?: { readonly touched: number; readonly equal: number };
}

/** What was observed of the reference with one or two fragments changed. */
export interface MutantRun {
  readonly mutants: readonly Mutant[];
  readonly witnesses: readonly Witness[];
}

/** What a run of a submission and of the reference has brought to light. */
export interface Findings {
  readonly grader: Grader;
  readonly outcomes: readonly Outcome[];
  readonly learner: readonly Witness[];
  readonly reference: readonly Observation[];
  /** The check whose failure is to be explained. */
  readonly headline: number;
}

/** Two outputs are the same numbers, whoever computed them: far stricter than a check is. */
const SAME: Tolerance = { relative: 1e-6, scaled: 1e-9, absolute: 1e-15 };

/**
 * Finds the mistake whose outputs equal the learner's on every input where both ran.
 * @param single runs of one mutant each; those that fail otherwise than the learner may be left out
 * @returns null where nothing is proven
 */
export function diagnose(findings: Findings, single: readonly MutantRun[]): Diagnosis | null {
  const fits = single.filter(run => explains(findings, run));
  if (fits.length === 1)
    return { ...named(fits, 'mutant'), evidence: evidenceOf(findings, fits[0]) };
  if (fits.length > 0) return named(fits, 'class');
  return symptomOf(findings);
}

/** The same with runs of two mutants at once, for when no single one fits. */
export function diagnosePair(findings: Findings, pairs: readonly MutantRun[]): Diagnosis | null {
  const fits = pairs.filter(run => explains(findings, run));
  return fits.length === 1
    ? { ...named(fits, 'pair'), evidence: evidenceOf(findings, fits[0]) }
    : null;
}

function named(fits: readonly MutantRun[], from: 'mutant' | 'class' | 'pair'): Diagnosis {
  const mistakes = fits.flatMap(run => run.mutants.map(mutant => mutant.mistake));
  const says = fits.flatMap(run => run.mutants.map(mutant => mutant.say));
  const say =
    from === 'mutant'
      ? says[0]
      : from === 'pair'
        ? `Two things at once. ${says.join(' ')}`
        : `Your numbers fit more than one mistake. ${says.join(' Or: ')}`;
  return { say, from, mistakes };
}

/** Value checks and rejections are two groups of inputs: a forgotten guard hides no wrong factor. */
export function groupOf(grader: Grader, i: number): 'guards' | 'values' {
  return grader.checks[i].verb === 'rejects' ? 'guards' : 'values';
}

/** Two mistakes, each proven by a group of its own. */
export function both(first: Diagnosis, second: Diagnosis): Diagnosis {
  return {
    say: `${first.say} And apart from that: ${second.say}`,
    from: 'pair',
    mistakes: [...first.mistakes, ...second.mistakes],
    evidence: first.evidence &&
      second.evidence && {
        touched: first.evidence.touched + second.evidence.touched,
        equal: first.evidence.equal + second.evidence.equal,
      },
  };
}

/** Counts the checks in which a mistake shows, and those of them in which it gives what the learner gave. */
function evidenceOf(
  { grader, learner, reference }: Findings,
  { witnesses }: MutantRun,
): Diagnosis['evidence'] {
  const touched = grader.checks
    .map((_, i) => i)
    .filter(i => !sameAt(grader, i, witnesses[i], reference[i]));
  const equal = touched.filter(
    i => !unwritten(learner[i]) && sameAt(grader, i, learner[i], witnesses[i]),
  );
  return { touched: touched.length, equal: equal.length };
}

/** @returns on how many checks a diagnosis rests, as a sentence; undefined where it rests on a pattern. */
export function printEvidence({ evidence, mistakes }: Diagnosis): string | undefined {
  if (!evidence) return undefined;
  const { touched, equal } = evidence;
  const touches = mistakes.length > 1 ? 'these mistakes touch' : 'this mistake touches';
  if (touched === 1 && equal === 1) return `Equal on the one check that ${touches}.`;
  return equal === touched
    ? `Equal on all ${touched} checks that ${touches}.`
    : `Equal on ${equal} of the ${touched} checks that ${touches}; the others cannot be compared.`;
}

/**
 * Value checks and rejections are two groups of inputs. A run explains a submission if it gives the
 * learner's outputs throughout every group that it touches, and touches the first failure's group.
 */
function explains(
  { grader, learner, reference, headline }: Findings,
  { witnesses }: MutantRun,
): boolean {
  if (unwritten(learner[headline])) return false;
  const touched = new Set(
    grader.checks
      .map((_, i) => i)
      .filter(i => !sameAt(grader, i, witnesses[i], reference[i]))
      .map(i => groupOf(grader, i)),
  );
  if (sameAt(grader, headline, witnesses[headline], reference[headline])) return false;
  if (!sameAt(grader, headline, learner[headline], witnesses[headline])) return false;
  return grader.checks.every(
    (_, i) =>
      !touched.has(groupOf(grader, i)) ||
      unwritten(learner[i]) ||
      sameAt(grader, i, learner[i], witnesses[i]) ||
      (groupOf(grader, i) === 'values' && bothPoisoned(learner[i], witnesses[i])),
  );
}

/**
 * Where a mistake makes NaN, what follows from it hangs on how the code is put (no comparison with
 * NaN holds), so that NaN on one side is met by NaN or an error on the other. The first failure must
 * still be the same.
 */
function bothPoisoned(a: Witness | undefined, b: Witness | undefined): boolean {
  if (!wasObserved(a) || !wasObserved(b)) return false;
  const hasNaN = ({ value, calls }: Observation) =>
    [value, ...calls.map(call => call.returned)]
      .flatMap(returned => leaves(returned))
      .some(leaf => Number.isNaN(leaf.number));
  return hasNaN(a) ? hasNaN(b) || b.threw !== undefined : hasNaN(b) && a.threw !== undefined;
}

/** A stage that is still to be written says nothing about the stages before it. */
function unwritten(witness: Witness | undefined): boolean {
  return (
    wasObserved(witness) && (witness.threw?.todo === true || witness.threw?.missing !== undefined)
  );
}

/** @returns whether two modules gave the same for one check, to the last few digits or in frequency. */
export function sameAt(
  grader: Grader,
  i: number,
  a: Witness | undefined,
  b: Witness | undefined,
): boolean {
  if (!wasObserved(a) || !wasObserved(b)) return false;
  // What comes back from an input that should have been refused hangs on everything else.
  if (grader.checks[i].verb === 'rejects') return refuses(a) === refuses(b);
  if (a.threw || b.threw) return a.threw?.onPurpose === b.threw?.onPurpose;
  const check = grader.checks[i];
  if (check.verb === 'holds' && check.alike) return check.alike(a.value, b.value);
  const left = check.verb === 'agrees' && check.upTo ? check.upTo(a.value, b.value) : a.value;
  return compare(left, b.value, SAME) === null;
}

function refuses({ threw }: Observation): boolean {
  return threw?.onPurpose === true;
}
