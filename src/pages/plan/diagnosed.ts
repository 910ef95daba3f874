import { dayOf } from '../../planning/days';
import type { Diagnostic } from '../../planning/diagnostic';
import { attemptsOf, type Log } from '../../planning/evidence';
import type { Area } from '../../planning/weights';
import { lastRun } from '../../progress/interview';
import type { Mock, Part } from '../../progress/mock';
import type { Rehearsal } from '../../rehearsal/attempt';
import { type CodeChoice, FIRST_FUNCTIONS, isNumber } from '../../rehearsal/diagnostic';
import type { Stored } from './gather';

/** What the last diagnostic showed; null where there was none that is over. */
export function diagnosticOf({ mocks, rehearsals }: Stored): Diagnostic | null {
  const held = mocks
    .filter(({ purpose, ended }) => purpose === 'diagnostic' && ended !== null)
    .sort((a, b) => b.began - a.began)[0];
  return held ? shownIn(held, rehearsals) : null;
}

/**
 * What a diagnostic showed of each area, as far as it was reached: of short questions and of an outline
 * one's own score, of an experiment the number, of an exercise the checks of the functions that were
 * asked for. What was not graded shows nothing.
 */
export function shownIn({ began, parts }: Mock, rehearsals: readonly Rehearsal[]): Diagnostic {
  const shares = parts.map(part => ({ kind: part.kind, shown: shareOf(part, rehearsals) }));
  const shown = Object.fromEntries(
    (['breadth', 'design', 'coding'] as const).flatMap(area => {
      const all = shares.flatMap(({ kind, shown }) => (kind === area ? shown : []));
      return all.length > 0 ? [[area, all.reduce((a, b) => a + b) / all.length]] : [];
    }),
  ) as Partial<Record<Area, number>>;
  const code = parts.find(({ kind }) => kind === 'coding')?.items[0] ?? '';
  return { day: dayOf(began), shown, code };
}

/** @returns one share or none */
function shareOf({ kind, items, sitting, rehearsals: begun }: Part, log: readonly Rehearsal[]) {
  if (kind === 'coding') {
    const run = sitting && lastRun(sitting);
    if (!run) return [];
    const asked = FIRST_FUNCTIONS[sitting.slug as CodeChoice]?.checks ?? run.total;
    return [run.kind === 'passed' ? 1 : Math.min(1, run.passed / Math.max(1, asked))];
  }
  const own = log.filter(one => begun.includes(one.began));
  const scores = own.flatMap(({ self, answers, done }): number[] => {
    if (!isNumber(items)) return done === null ? [] : [self ?? 0];
    if (answers === null) return [];
    const right = Object.values(answers).filter(one => one.right).length;
    return [right / Math.max(1, Object.keys(answers).length)];
  });
  return scores.length > 0 ? [scores.reduce((a, b) => a + b) / scores.length] : [];
}

/** With fewer items attempted than this, a diagnostic says more than what is known. */
const FEW = 10;
export type Offer = 'new' | 'under way' | null;

/** Whether a diagnostic is offered: while little is known, and none was held. */
export function offerOf({ mocks }: Stored, log: Log): Offer {
  const held = mocks.filter(({ purpose }) => purpose === 'diagnostic');
  if (held.some(({ ended }) => ended === null)) return 'under way';
  const attempted = [...log.values()].filter(known => attemptsOf(known).length > 0);
  return held.length === 0 && attempted.length < FEW ? 'new' : null;
}
