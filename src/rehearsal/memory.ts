import { type Card, createEmptyCard, type FSRS, fsrs, type Grade } from 'ts-fsrs';
import { GOOD, type Rating } from './attempt';
import { DAY, daysBetween, daysLater } from './days';

/** Something that is remembered, and when it is due. */
export interface Memory {
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly last: number;
  readonly rating: Rating;
  readonly reviews: number;
  /** The chance to remember it at a time, 0 to 1. */
  retention(at: number): number;
}

/** One time that something was asked for, and how it went. */
export interface Review {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly rating: Rating;
}

/** How something is scheduled. */
export interface Habit {
  /** Days at most between two reviews. */
  readonly cap?: number;
  /** Days at most in the last month before the interview. */
  readonly lastMonthCap?: number;
  readonly easy: boolean;
  /** Ten minutes and a day before the first longer interval. */
  readonly steps: boolean;
}

const RETENTION = 0.9;
/** In the last days before the interview more of it is to be there. */
const LATE_RETENTION = 0.93;
const LATE = 10; // days
const LAST_MONTH = 30; // days
const LONGEST = 36_500; // days

/**
 * What is remembered after a row of reviews.
 * @param reviews in the order of their times, at least one
 * @param interview the beginning of the day of the interview, or null
 */
export function remember(
  reviews: readonly Review[],
  { cap = LONGEST, lastMonthCap = LONGEST, easy, steps }: Habit,
  interview: number | null,
): Memory {
  let card: Card | undefined;
  let last = reviews[0];
  let at = last.at;
  let due = at;
  for (const review of reviews) {
    // A clock that was set back does not make time run backwards.
    at = Math.max(at, review.at);
    const left = interview === null ? Number.POSITIVE_INFINITY : daysBetween(at, interview);
    const near = left >= 0 && left <= LAST_MONTH;
    const longest = Math.min(
      cap,
      near ? lastMonthCap : LONGEST,
      left >= 0 ? Math.max(1, left - 1) : LONGEST,
    );
    const retention = left >= 0 && left <= LATE ? LATE_RETENTION : RETENTION;
    const scheduler = schedulerOf({ retention, longest, steps });
    const rating = easy ? review.rating : (Math.min(review.rating, GOOD) as Rating);
    card = scheduler.next(card ?? createEmptyCard(at), at, rating as number as Grade).card;
    // The library lets Good rest a day longer than Hard, even past the longest interval.
    due = Math.min(card.due.getTime(), daysLater(at, longest + 1) - 1);
    last = { at, rating };
  }
  const known = card as Card;
  return {
    due: beforeInterview(due, last.at, interview),
    last: last.at,
    rating: last.rating,
    reviews: reviews.length,
    retention: time =>
      schedulerOf({ retention: RETENTION, longest: LONGEST, steps }).get_retrievability(
        known,
        Math.max(time, last.at),
        false,
      ),
  };
}

/** Nothing comes back after the interview; on its day, not after that day. */
function beforeInterview(due: number, at: number, interview: number | null): number {
  if (interview === null) return due;
  if (at < interview) return Math.min(due, interview - 1);
  const end = daysLater(interview, 1);
  return at < end ? Math.min(due, end - 1) : due;
}

/** Whether it is time; what rested for a day or more is due from the morning on. */
export function isDue({ due, last }: Pick<Memory, 'due' | 'last'>, now: number): boolean {
  return due <= now || (due - last >= DAY / 2 && daysBetween(now, due) <= 0);
}

interface Setting {
  readonly retention: number;
  readonly longest: number;
  readonly steps: boolean;
}

const schedulers = new Map<string, FSRS>();

function schedulerOf({ retention, longest, steps }: Setting): FSRS {
  const key = `${retention} ${longest} ${steps}`;
  let found = schedulers.get(key);
  if (!found) {
    found = fsrs({
      request_retention: retention,
      maximum_interval: longest,
      enable_fuzz: true,
      enable_short_term: steps,
      learning_steps: ['10m', '1d'],
      relearning_steps: ['10m'],
    });
    schedulers.set(key, found);
  }
  return found;
}
