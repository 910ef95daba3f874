import type { CardSummary } from '../catalog/card';
import { dayFrom } from '../rehearsal/days';
import { isDue } from '../rehearsal/memory';
import { recodings } from '../rehearsal/recode';
import { scheduleOf } from '../rehearsal/schedule';
import { dueNow } from '../rehearsal/session';
import { readSettings } from '../settings/settings';
import { type Schema, store } from './store';

type Stored = {
  readonly attempts: readonly Schema['attempts']['value'][];
  readonly interviews: readonly Schema['interviews']['value'][];
};

/** The beginning of the day of the interview, as it was set; null where none is. */
export function interviewDay(): number | null {
  return dayFrom(readSettings().interviewDate);
}

/** Solved exercises that are to be written again by now, the longest waiting first. */
export function exercisesDue(
  { attempts, interviews }: Stored,
  minutesOf: (slug: string) => number | undefined,
  now: number,
): string[] {
  const memories = recodings(attempts, interviews, minutesOf, interviewDay());
  return [...memories]
    .filter(([, memory]) => isDue(memory, now))
    .sort(([, a], [, b]) => a.due - b.due)
    .map(([slug]) => slug);
}

/** What is worth doing again by now. */
export interface Due {
  readonly exercises: readonly string[];
  /** How many cards. */
  readonly cards: number;
}

/** Reads from the store what is due. @param now milliseconds since 1970 */
export async function readDue(
  minutesOf: (slug: string) => number | undefined,
  cards: readonly CardSummary[],
  now: number,
): Promise<Due> {
  const database = await store();
  const [attempts, interviews, log] = await Promise.all([
    database.getAll('attempts'),
    database.getAll('interviews'),
    database.getAll('rehearsals'),
  ]);
  const memories = scheduleOf(log, cards, interviewDay());
  return {
    exercises: exercisesDue({ attempts, interviews }, minutesOf, now),
    cards: dueNow(cards, log, memories, now).length,
  };
}
