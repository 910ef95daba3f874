import { compare, NUMERIC, type Tolerance } from './compare';
import type { Workplace } from './grade';
import type { Check, Grader } from './grader';
import { judge, type Witness, wasObserved } from './judge';
import { mutate } from './mutate';
import type { Observation } from './observation';

/** By how many times the tolerance a mistake must miss at least, so that no rounding hides it. */
const CLEARLY = 100;
/** Seeds that are tried before one that is known to be good is taken. */
const TRIES = 3;

/** Seeds under which every mistake of every exercise shows clearly; a test proves it. */
export const PROVEN: readonly number[] = [2, 3, 5, 7];

interface Exercise {
  readonly grader: Grader;
  readonly solution: string;
}

/**
 * Takes a fresh seed at once, and another one where its data turns out not to tell each known mistake from
 * the reference by a hundred times the tolerance. Everything it observes, a diagnosis finds remembered.
 */
export async function takeCertified(
  exercise: Exercise,
  workplace: Pick<Workplace, 'observeOwn'>,
  steps: {
    fresh(): number;
    take(seed: number): void;
    /** Asked between two runs: is there still time? */
    goOn(): boolean;
  },
): Promise<void> {
  for (let tries = 0; tries < TRIES && steps.goOn(); tries += 1) {
    const seed = steps.fresh();
    steps.take(seed);
    const unclear = await firstUnclear(exercise, seed, workplace, steps.goOn);
    if (unclear === null || !steps.goOn()) return;
  }
  if (steps.goOn()) steps.take(PROVEN[steps.fresh() % PROVEN.length]);
}

/**
 * @returns the first mistake that the data of a seed does not show clearly (or that there was no time
 * for), or null where all show
 */
export async function firstUnclear(
  { grader, solution }: Exercise,
  seed: number,
  workplace: Pick<Workplace, 'observeOwn'>,
  goOn: () => boolean = () => true,
): Promise<string | null> {
  const checks = grader.checks.map((_, i) => i);
  const reference = await workplace.observeOwn(solution, seed);
  for (const mutant of grader.mutants) {
    if (!goOn()) return mutant.mistake;
    const { witnesses, atLoad } = await workplace.observeOwn(
      mutate(solution, mutant),
      seed,
      checks,
    );
    if (!atLoad && !isClear(grader, seed, witnesses, reference.witnesses as Observation[])) {
      return mutant.mistake;
    }
  }
  return null;
}

function isClear(
  grader: Grader,
  seed: number,
  witnesses: readonly Witness[],
  reference: readonly Observation[],
): boolean {
  return judge(grader, seed, witnesses, reference).some(({ state }, i) => {
    if (state === 'passed' || state === 'not-run') return false;
    const check = grader.checks[i];
    const witness = witnesses[i];
    if (check?.verb !== 'agrees' || !wasObserved(witness) || witness.threw) return true;
    return differsClearly(check, witness, reference[i]);
  });
}

function differsClearly(
  { upTo, within = NUMERIC }: Extract<Check, { verb: 'agrees' }>,
  { value }: Observation,
  { value: expected }: Observation,
): boolean {
  const received = upTo ? upTo(value, expected) : value;
  return compare(received, expected, times(CLEARLY, within)) !== null;
}

function times(factor: number, { relative, scaled, absolute }: Tolerance): Tolerance {
  return {
    relative: factor * relative,
    scaled: factor * scaled,
    absolute: factor * absolute,
  };
}
