import type { Rehearsal } from './attempt';
import { answered } from './schedule';

/** Below so many answers with numeric checks nothing is said. */
export const ENOUGH = 20;

/** How one's own grading compares with what the app can check. */
export interface Bias {
  /** Answers with numeric checks. */
  readonly checked: number;
  /** Mean self-score less mean share of right numbers, −1 to 1; null where there is not enough data. */
  readonly bias: number | null;
}

/** Self-grade bias on the cards that have numbers to check. */
export function biasOf(log: readonly Rehearsal[]): Bias {
  const both = answered(log).filter(
    ({ self, objective, early }) => self !== null && objective !== null && !early,
  );
  const mean = (of: 'self' | 'objective') =>
    both.reduce((sum, one) => sum + (one[of] ?? 0), 0) / both.length;
  return {
    checked: both.length,
    bias: both.length < ENOUGH ? null : mean('self') - mean('objective'),
  };
}

/** How far two gradings of one answer, the second unseen, agree. */
export interface Agreement {
  /** Answers that were graded twice. */
  readonly answers: number;
  /** The share of ticks and levels that are the same; null where nothing was graded twice. */
  readonly share: number | null;
}

export function agreementOf(log: readonly Rehearsal[]): Agreement {
  const byBeginning = new Map(log.map(one => [one.began, one]));
  let same = 0;
  let all = 0;
  let answers = 0;
  for (const second of log) {
    const first = second.regrades === null ? undefined : byBeginning.get(second.regrades);
    if (!first || second.done === null) continue;
    answers += 1;
    for (const list of ['points', 'levels'] as const) {
      for (const key of Object.keys(second[list])) {
        // A card that was changed since has points that the first grading did not know.
        if (first[list][key] === undefined) continue;
        all += 1;
        if (first[list][key] === second[list][key]) same += 1;
      }
    }
  }
  return { answers, share: all === 0 ? null : same / all };
}
