import { addDays, type Day, daysBetween } from './days';
import { isDone, type Log } from './evidence';
import type { Inputs } from './inputs';
import type { Item } from './items';
import { coreOf } from './readiness';
import type { Round } from './weights';

/** How much of an area will be at hand, day by day, if nothing of it is reviewed. */
export interface Forgetting {
  readonly round: Round;
  /** How many exercises were solved, or cards answered. */
  readonly items: number;
  /** The mean chance to have one of them at hand, by weight, on each of the days. */
  readonly at: readonly number[];
}

/** Without a date, so many days are looked ahead. */
const AHEAD = 28;
/** At most about so many days are worked out. */
const FINE = 60;

/** From today to the day of the interview, or four weeks; of a long time not every day. */
export function daysAhead({ date }: Pick<Inputs, 'date'>, today: Day): Day[] {
  const last = date !== null && date > today ? daysBetween(today, date) : AHEAD;
  const step = Math.ceil(last / FINE);
  const days: Day[] = [];
  for (let ahead = 0; ahead < last; ahead += step) days.push(addDays(today, ahead));
  return [...days, addDays(today, last)];
}

/**
 * The forgetting of what was shown in each round. Only what was once there can be forgotten: cards that
 * were answered, and exercises that were solved. Rounds without any are left out.
 */
export function forgettingOf(
  items: readonly Item[],
  log: Log,
  rounds: readonly Round[],
  days: readonly Day[],
): Forgetting[] {
  return rounds.flatMap((round): Forgetting[] => {
    const shown = coreOf(items, round).flatMap(item => {
      const known = isDone(item, log) ? log.get(item.id) : undefined;
      return known ? [{ worth: item.worth, known }] : [];
    });
    if (shown.length === 0) return [];
    const total = shown.reduce((sum, { worth }) => sum + worth, 0);
    const at = days.map(
      day => shown.reduce((sum, { worth, known }) => sum + worth * known.retention(day), 0) / total,
    );
    return [{ round, items: shown.length, at }];
  });
}
