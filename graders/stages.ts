import { type Witness, wasObserved } from './judge';
import type { Outcome } from './verdict';

/** The checks that are about one function, by their numbers. */
export interface Stage {
  /** The name of the exported function. */
  readonly name: string;
  readonly checks: readonly number[];
}

/**
 * Sorts checks by the function that they are about. Functions come in the order in which the checks
 * first call them, and a check is about the latest of those that it calls: one of `kMeans` may look
 * at the labels with `assign`, which has had checks of its own before.
 * @param reference what was observed of the reference, one for each check
 */
export function stagesOf(reference: readonly Witness[], checks: number): Stage[] {
  const stages: { name: string; checks: number[] }[] = [];
  for (let i = 0; i < checks; i += 1) {
    const witness = reference[i];
    const called = wasObserved(witness) ? new Set(witness.calls.map(({ name }) => name)) : [];
    for (const name of called) {
      if (!stages.some(stage => stage.name === name)) stages.push({ name, checks: [] });
    }
    const names = [...called];
    stages.findLast(({ name }) => names.includes(name))?.checks.push(i);
  }
  return stages.filter(stage => stage.checks.length > 0);
}

/** A few checks of every stage, the first ones, in turn: what can be looked at while one types. */
export function quickChecks(stages: readonly Stage[], most: number): number[] {
  const longest = Math.max(0, ...stages.map(stage => stage.checks.length));
  const inTurn: number[] = [];
  for (let rank = 0; rank < longest; rank += 1) {
    for (const { checks } of stages) if (rank < checks.length) inTurn.push(checks[rank]);
  }
  return inTurn.slice(0, most).sort((a, b) => a - b);
}

/** What a stage has come to: the state of its first check that did not pass, or `passed`. */
export function stateOfStage(
  { checks }: Stage,
  stateOf: (check: number) => Outcome['state'] | undefined,
): Outcome['state'] {
  const states = checks.map(stateOf).filter(state => state !== undefined);
  if (states.length === 0) return 'not-run';
  return states.find(state => state !== 'passed') ?? 'passed';
}
