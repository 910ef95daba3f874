import type { Diagnosis } from './diagnose';
import type { Call, Thrown } from './observation';
import type { Path, Value } from './value';

/** Why a check was missed, as facts. `say` is a whole sentence; the rest is there to be shown. */
export interface Failure {
  readonly say: string;
  /** The call that the sentence speaks of. */
  readonly call?: Call;
  readonly received?: Value;
  readonly expected?: Value;
  /** The first place inside `received` where the two differ. */
  readonly path?: Path;
  readonly by?: number;
  readonly allowed?: number;
}

/** What became of one check. */
export type Outcome = { readonly name: string } & (
  | { readonly state: 'passed' }
  | { readonly state: 'missed'; readonly failure: Failure }
  | { readonly state: 'crashed'; readonly error: Thrown; readonly call?: Call }
  | { readonly state: 'timed-out'; readonly seconds: number }
  | { readonly state: 'not-run' }
);

/** A place in the learner's source that the compiler complains of. Lines and columns count from 1. */
export interface SyntaxProblem {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** The end of a run. */
export type Verdict =
  | { readonly kind: 'not-compiled'; readonly problems: readonly SyntaxProblem[] }
  | {
      readonly kind: 'passed' | 'missed' | 'crashed' | 'timed-out';
      readonly outcomes: readonly Outcome[];
      readonly diagnosis: Diagnosis | null;
      /** Remarks that do not change the verdict: single precision, exports that nobody asked for … */
      readonly notes: readonly string[];
      /** Set where the module itself failed while it was loaded, before any check. */
      readonly atLoad?: Thrown;
    };

/** What a status line begins with. */
export const VERDICT_WORDS: Record<Verdict['kind'], string> = {
  passed: 'Passed',
  missed: 'Not yet',
  crashed: 'Crashed',
  'timed-out': 'Timed out',
  'not-compiled': 'Did not compile',
};

/** The verdict of a list of outcomes is that of the first that did not pass. */
export function verdictKind(
  outcomes: readonly Outcome[],
): 'passed' | 'missed' | 'crashed' | 'timed-out' {
  for (const { state } of outcomes) {
    if (state === 'not-run') return 'missed';
    if (state !== 'passed') return state;
  }
  return 'passed';
}
