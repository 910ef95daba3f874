import type { Observation } from './observation';
import { isVector, type Path, type Value } from './value';

/** What a law says of a value that breaks it. */
export interface Violation {
  /** One sentence of fact: "inertias[3] is 12.5, above inertias[2] = 11.9." */
  readonly say: string;
  readonly path?: Path;
  readonly received?: Value;
  readonly expected?: Value;
  readonly by?: number;
  readonly allowed?: number;
}

/** What a law may look at besides the value. Nothing in it was touched by the submission but `learner`. */
export interface Evidence<B> {
  readonly bench: B;
  /** The value that the reference gave for the same experiment. */
  readonly expected: Value;
  readonly reference: Observation;
  readonly learner: Observation;
}

/**
 * A rule for the value of an experiment, judged outside the sandbox.
 * Arithmetic on what came out (a slope, a sum that must be 1) belongs here, never in an experiment.
 * @returns the violation, or null where the value obeys; an error thrown by a law means that the
 * value has not the form that the task asks for
 */
export type Law<B = unknown> = (value: Value, evidence: Evidence<B>) => Violation | null;

/** Each entry is at most the one before, but for rounding. */
export const neverRises: Law = value => {
  if (!isVector(value)) return { say: 'This should be an array of numbers.' };
  for (let t = 1; t < value.length; t += 1) {
    const allowed = 1e-9 * Math.max(1, Math.abs(value[t - 1]));
    if (!(value[t] <= value[t - 1] + allowed)) {
      return {
        say: `Entry ${t} is larger than the entry before it.`,
        path: [t],
        received: value[t],
        expected: value[t - 1],
        by: value[t] - value[t - 1],
        allowed,
      };
    }
  }
  return null;
};
