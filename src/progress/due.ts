import type { CardSummary } from '../catalog/card';
import { dayFrom } from '../rehearsal/days';
import { isDue } from '../rehearsal/memory';
import { recodings } from '../rehearsal/recode';
import { scheduleOf } from '../rehearsal/schedule';
import { dueNow } from '../rehearsal/session';
import { readSettings } from '../settings/settings';
import { sittingsOf } from './mock';
import { type Schema, store } from './store';

type Stored = {
  readonly attempts: readonly Schema['attempts']['value'][];
  readonly interviews: readonly Schema['interviews']['value'][];
  readonly mocks: readonly Schema['mocks']['value'][];
};

/** The beginning of the day of the interview, as it was set; null where none is. */
export function interviewDay(): number | null {
  return dayFrom(readSettings().interviewDate);
}

/** Solved exercises that are to be written again by now, the longest waiting first. */
export function exercisesDue(
  { attempts, interviews, mocks }: Stored,
  minutesOf: (slug: string) => number | undefined,
  now: number,
): string[] {
  const sittings = [...interviews, ...sittingsOf(mocks)];
  const memories = recodings(attempts, sittings, minutesOf, interviewDay());
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
  const [attempts, interviews, log, mocks] = await Promise.all([
    database.getAll('attempts'),
    database.getAll('interviews'),
    database.getAll('rehearsals'),
    database.getAll('mocks'),
  ]);
  const memories = scheduleOf(log, cards, interviewDay());
  return {
    exercises: exercisesDue({ attempts, interviews, mocks }, minutesOf, now),
    cards: dueNow(cards, log, memories, now).length,
  };
}
