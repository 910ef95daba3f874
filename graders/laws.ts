import { compare, NUMERIC } from './compare';
import type { Observation } from './observation';
import { isRecord, isVector, leaves, type Path, printPath, type Value } from './value';

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

/** Each entry is at most the one before, but for rounding, single precision included. */
export const neverRises: Law = value => {
  if (!isVector(value)) return { say: 'This should be an array of numbers.' };
  for (let t = 1; t < value.length; t += 1) {
    const allowed = NUMERIC.relative * Math.abs(value[t - 1]) + NUMERIC.absolute;
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

/**
 * A gradient is the slope of its own loss, told by central differences.
 * The value is `{ gradient: { weights, bias }, ahead, behind }`: `ahead` and `behind` hold the losses
 * with one parameter at a time (the weights in order, then the bias) moved by +h and by −h.
 * @param within the largest error allowed, as a fraction of the length of the gradient
 */
export function slopeOfLoss(h: number, within: number): Law {
  return (value, { expected }) => {
    if (!isRecord(value) || !isRecord(value.gradient) || !isRecord(expected)) return NO_GRADIENT;
    const { gradient, ahead, behind } = value;
    const { weights, bias } = gradient;
    const parameters = leaves(expected.gradient).length;
    if (!isVector(weights) || typeof bias !== 'number') return NO_GRADIENT;
    if (!isVector(ahead) || !isVector(behind)) return { say: 'A loss should be a number.' };
    const claimed = [...weights, bias];
    if ([claimed, ahead, behind].some(list => list.length !== parameters)) return NO_GRADIENT;
    const slopes = ahead.map((up, k) => (up - behind[k]) / (2 * h));
    const allowed = within * Math.hypot(...slopes);
    for (let k = 0; k < parameters; k += 1) {
      const by = Math.abs(claimed[k] - slopes[k]);
      if (by <= allowed) continue;
      const name = k < weights.length ? `weights[${k}]` : 'bias';
      return {
        say: `The gradient’s ${name} is ${brief(claimed[k])}, and your own loss has the slope ${brief(slopes[k])} in that direction.`,
        path: k < weights.length ? ['gradient', 'weights', k] : ['gradient', 'bias'],
        received: claimed[k],
        expected: slopes[k],
        by,
        allowed,
      };
    }
    return null;
  };
}

const NO_GRADIENT: Violation = {
  say: 'The gradient should be { weights, bias }, with one entry of weights for each feature.',
};

/**
 * The value is a list of answers to questions that differ only in something that must not matter.
 * @param change what was done to the question, as a clause: "every row is written twice"
 */
export function unchangedWhen(change: string): Law {
  return (value, { expected }) => {
    if (!Array.isArray(value) || !Array.isArray(expected) || value.length !== expected.length) {
      return { say: 'An answer is missing.' };
    }
    for (let k = 1; k < value.length; k += 1) {
      const difference = compare(value[k], value[0]);
      if (!difference) continue;
      const { received, expected: before, path, by, allowed } = difference;
      const place = printPath(path).replace(/^\./, '') || 'The result';
      const from = typeof before === 'number' ? ` from ${brief(before)}` : '';
      const to = typeof received === 'number' ? ` to ${brief(received)}` : '';
      return {
        say: `${place} changes${from}${to} when ${change}.`,
        path: [k, ...path],
        received,
        expected: before,
        by,
        allowed,
      };
    }
    return null;
  };
}

function brief(x: number): string {
  return Number.isFinite(x) ? String(Number(x.toPrecision(6))) : String(x);
}
