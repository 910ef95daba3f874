import type { Tolerance } from './compare';
import type { Law } from './laws';
import type { Picture } from './picture';
import type { Draw } from './random';
import type { Symmetry } from './symmetries';
import type { Tries } from './tries';
import type { Value } from './value';

/**
 * Calls functions of a module and hands back what they returned. It does no arithmetic of its own.
 * `libraries` are those that the exercise allows, by name: the instances that the module imports.
 */
export type Experiment<M, B, L = never> = (module: M, bench: B, libraries: L) => unknown;

/**
 * Whether two values may come of the same code where the code draws lots: two counts of one
 * distribution, say. Without it, two modules do the same only where they give the same numbers.
 */
export type Alike = (a: Value, b: Value) => boolean;

/** One thing that must be true of a solution. */
export type Check<M = never, B = never, L = never> =
  | {
      readonly verb: 'agrees';
      readonly name: string;
      readonly experiment: Experiment<M, B, L>;
      readonly within?: Tolerance;
      readonly upTo?: Symmetry;
    }
  | {
      readonly verb: 'holds';
      readonly name: string;
      readonly experiment: Experiment<M, B, L>;
      readonly law: Law<B>;
      readonly alike?: Alike;
    }
  | { readonly verb: 'rejects'; readonly name: string; readonly experiment: Experiment<M, B, L> };

/** The reference with one fragment of its text changed; the difference is the mistake. */
export interface Mutant {
  /** What the learner would have done, as a verb phrase: "divides by K, not by cluster size". */
  readonly mistake: string;
  /** A fragment that occurs exactly once in solution.ts … */
  readonly insteadOf: string;
  /** … and what stands there instead. */
  readonly writes: string;
  /** What to tell the learner: one sentence of fact, one of direction. */
  readonly say: string;
}

/** Everything that judges one exercise, as data; only experiments, laws and the bench are live. */
export interface Grader<M = never, B = never, L = never> {
  /** Draws a `B`; typed so that any exercise's grader is also a plain `Grader`. */
  readonly bench: (draw: Draw) => unknown;
  readonly checks: readonly Check<M, B, L>[];
  readonly mutants: readonly Mutant[];
  readonly pictures: readonly Picture<M, B, L>[];
  /** What a learner may change in the pictures. */
  readonly tries?: Tries<B>;
}

/** The three verbs that a grader is written in. */
export interface Verbs<M, B, L = never> {
  /** The experiment gives the same value as with the reference, within a tolerance, up to a symmetry. */
  agrees(
    name: string,
    experiment: Experiment<M, B, L>,
    options?: { within?: Tolerance; upTo?: Symmetry },
  ): Check<M, B, L>;
  /**
   * The value obeys a law, whatever the reference gives. Where it hangs on chance, `alike` says when
   * a mistake explains it.
   */
  holds(
    name: string,
    experiment: Experiment<M, B, L>,
    law: Law<B>,
    options?: { alike?: Alike },
  ): Check<M, B, L>;
  /** The experiment throws an error that the code threw on purpose. */
  rejects(name: string, experiment: Experiment<M, B, L>): Check<M, B, L>;
}

/**
 * Writes down how an exercise is judged.
 * `M` is `typeof import('./solution')`, so that a misspelt function or a missing argument is a type
 * error; `B` is the type of the bench function; `L` has the libraries that the exercise allows, as far
 * as its experiments look at them.
 * @example
 * const bench = (draw: Draw) => ({ X: cloud(draw, 12, 3) });
 * export default grader<typeof import('./solution'), typeof bench>({
 *   bench,
 *   checks: ({ agrees }) => [agrees('sums each column', ({ sum }, { X }) => sum(X))],
 *   mutants: [{ mistake: 'skips the first row', insteadOf: 'i = 0', writes: 'i = 1', say: '…' }],
 * });
 */
export function grader<M, F extends (draw: Draw) => unknown, L = never>(description: {
  bench: F;
  checks: (verbs: Verbs<M, ReturnType<F>, L>) => Check<M, ReturnType<F>, L>[];
  mutants: Mutant[];
  pictures?: Picture<M, ReturnType<F>, L>[];
  tries?: Tries<ReturnType<F>, Partial<ReturnType<F>>>;
}): Grader<M, ReturnType<F>, L> {
  const verbs: Verbs<M, ReturnType<F>, L> = {
    agrees: (name, experiment, options = {}) => ({ verb: 'agrees', name, experiment, ...options }),
    holds: (name, experiment, law, options = {}) => ({
      verb: 'holds',
      name,
      experiment,
      law,
      ...options,
    }),
    rejects: (name, experiment) => ({ verb: 'rejects', name, experiment }),
  };
  return {
    bench: description.bench,
    checks: description.checks(verbs),
    mutants: description.mutants,
    pictures: description.pictures ?? [],
    tries: description.tries,
  };
}
