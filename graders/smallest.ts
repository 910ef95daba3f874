import { compare, EXACT, NUMERIC } from './compare';
import type { Check } from './grader';
import type { Call, Observation, Thrown } from './observation';
import { isModest, type Question, shrink, type TryCalls } from './shrink';
import { at, isRecord, type Path, type Value } from './value';
import type { Outcome } from './verdict';

/** Calls one function of a submission and of the reference, each where it always runs. */
export interface Trials {
  readonly call: (name: string, lists: readonly (readonly Value[])[]) => ReturnType<TryCalls>;
  close(): void;
}

/** The smallest call found on which a submission goes wrong. */
export interface Smallest {
  readonly call: Pick<Call, 'name' | 'args'>;
  readonly received?: Value;
  /** Set where the submission threw instead. */
  readonly threw?: Thrown;
  readonly expected: Value;
  /** The first place where the two differ. */
  readonly path?: Path;
  /** False where the call is that of the check: nothing smaller was found. */
  readonly smaller: boolean;
}

/** A call of the check that failed, and what of it is to go wrong again. */
export interface Suspect extends Question {
  readonly name: string;
}

/** How alike the arguments of two calls must be to count as the same call. */
const SAME = { relative: 1e-6, scaled: 1e-9, absolute: 1e-12 };

/**
 * Finds the call whose value is what the check compared, or that threw. Only such a call may be
 * tried on other data: of any other the reference's answer may be one of several right ones.
 */
export function suspectOf(
  check: Check,
  outcome: Outcome,
  learner: Observation,
  reference: Observation,
): Suspect | null {
  const isFit = (call: Call, i: number) => {
    const wanted = reference.calls[i];
    const isSame = wanted?.name === call.name && wanted.threw === undefined;
    return (
      isSame &&
      isModest(call.args as Value[]) &&
      compare(call.args as Value[], wanted.args as Value[], SAME) === null
    );
  };
  if (outcome.state === 'crashed' && check.verb !== 'rejects') {
    const i = learner.calls.length - 1;
    const call = learner.calls[i];
    if (!call?.threw || !isFit(call, i)) return null;
    return { name: call.name, args: call.args, part: [], within: NUMERIC, values: false };
  }
  if (outcome.state !== 'missed' || check.verb !== 'agrees' || check.upTo) return null;
  const place = outcome.failure.path;
  if (!place || learner.threw) return null;
  for (const whole of [[], place.slice(0, 1)]) {
    for (const [i, call] of learner.calls.entries()) {
      if (call.threw || !isFit(call, i)) continue;
      const fields = isRecord(call.returned) ? Object.keys(call.returned) : [];
      const part = [[], ...fields.map(field => [field])].find(
        path =>
          equal(at(learner.value, whole), at(call.returned, path)) &&
          equal(at(reference.value, whole), at(reference.calls[i].returned, path)),
      );
      if (!part) continue;
      const { name, args } = call;
      return { name, args, part, within: check.within ?? NUMERIC, values: true };
    }
  }
  return null;
}

function equal(a: Value, b: Value): boolean {
  return compare(a, b, EXACT) === null;
}

/**
 * Looks for the smallest data on which a call still goes wrong.
 * @param until asked before each batch of calls: is there still time?
 * @returns null where nothing can be said
 */
export async function smallestOf(
  suspect: Suspect,
  trials: Trials,
  until: () => boolean,
): Promise<Smallest | null> {
  const { name, part } = suspect;
  const found = await shrink(suspect, lists => trials.call(name, lists), until);
  if (!found) return null;
  const { args, smaller } = found;
  const { learner, reference } = found.trial;
  const call = { name, args };
  const { threw, returned: received } = learner;
  const expected = reference.returned;
  if (threw) return { call, threw, expected, smaller };
  const difference = compare(at(received, part), at(expected, part), suspect.within);
  const path = difference ? [...part, ...difference.path] : undefined;
  return { call, received, expected, path, smaller };
}
