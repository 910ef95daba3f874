import { judge } from '../../../graders/judge';
import { quickChecks, type Stage, stagesOf } from '../../../graders/stages';
import type { Outcome } from '../../../graders/verdict';
import type { RunBench } from './run-bench';

/** What the quick checks make of a text as it is typed. */
export type Live =
  /** Nothing has been looked at. */
  | { readonly state: 'idle' }
  /** The text does not compile as it stands; what was seen of an earlier one stays on the screen. */
  | { readonly state: 'unfinished'; readonly outcomes: Quick }
  | { readonly state: 'seen'; readonly outcomes: Quick }
  /** The text took too long, or was stopped: the next look comes with the next run. */
  | { readonly state: 'heavy'; readonly outcomes: Quick };

/** The states of the quick checks, by number. */
export type Quick = ReadonlyMap<number, Outcome['state']>;

/** Checks that are looked at while one types. */
const QUICK = 10;
/** What a look may take, in ms; more would be felt while typing goes on. */
const CAP = 250;

const NOTHING: Quick = new Map();

/** @returns the stages of an exercise, as the reference shows them. */
export async function loadStages({ judging, workplace, upcoming }: RunBench) {
  const { witnesses } = await workplace.observeOwn(judging.solution, upcoming());
  return stagesOf(witnesses, judging.grader.checks.length);
}

/**
 * Looks at a text with the quick checks. It is no attempt: nothing is recorded, printed or explained.
 * @returns null where another run is on
 */
export async function look(
  { judging, workplace, upcoming }: RunBench,
  stages: readonly Stage[],
  text: string,
  before: Live,
): Promise<Live | null> {
  const earlier = 'outcomes' in before ? before.outcomes : NOTHING;
  const compiled = await workplace.transpile(text);
  if ('problems' in compiled) return { state: 'unfinished', outcomes: earlier };
  const seed = upcoming();
  const quick = quickChecks(stages, QUICK);
  const reference = await workplace.observeOwn(judging.solution, seed);
  const run = await workplace.glance(compiled.js, seed, quick, CAP);
  if (!run) return null;
  if (run.atLoad) {
    const crashed = new Map(quick.map(i => [i, 'crashed' as const]));
    return { state: 'seen', outcomes: crashed };
  }
  const witnesses = reference.witnesses.filter(witness => typeof witness === 'object');
  const outcomes = judge(judging.grader, seed, run.witnesses, witnesses as never);
  const seen = new Map(quick.map(i => [i, outcomes[i].state]));
  const states = [...seen.values()];
  const heavy = run.loadTimedOut !== undefined || states.includes('timed-out');
  return { state: heavy ? 'heavy' : 'seen', outcomes: seen };
}
