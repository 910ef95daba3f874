import type { Verdict } from '../../graders/verdict';
import { AGAIN, EASY, GOOD, HARD, type Rating } from './attempt';
import { MINUTE, startOfDay } from './days';
import { type Memory, type Review, remember } from './memory';

/** A press of Run, as far as it matters here. */
export interface Run {
  readonly slug: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: Verdict['kind'];
  /** Hints that were open, and when the reference was looked at, if shortly before. */
  readonly hints?: number;
  readonly revealed?: number;
}

/** An interview: the one place where it is known when the work began. */
export interface Sitting {
  readonly slug: string;
  readonly began: number;
  readonly seen: number;
  readonly ended: number | null;
  readonly moments: readonly { readonly what: string }[];
}

/** Runs with a longer pause between them, in milliseconds, were not one sitting. */
const PAUSE = 60 * MINUTE;
const HABIT = { easy: true, steps: false };

/**
 * What is remembered of each exercise that was ever solved: writing it again from a blank editor. The
 * machine rates it, once a day, by what the runs show.
 *
 * - Again: not solved that day, or only after twice its time.
 * - Hard: with a hint or the reference in mind, or after 1.25 times its time.
 * - Good: alone. Easy: alone in less than 60 % of its time, and Good the time before.
 *
 * When work began is known of interviews alone. Otherwise the time from the first run to the one that
 * passed counts, which is too short: it can speak against a solution, and never for it.
 * @param minutesOf the time of an exercise; undefined for one that is no more
 * @param interview the beginning of the day of the interview, or null
 */
export function recodings(
  runs: readonly Run[],
  sittings: readonly Sitting[],
  minutesOf: (slug: string) => number | undefined,
  interview: number | null,
): Map<string, Memory> {
  const found = new Map<string, Memory>();
  for (const slug of new Set(runs.map(run => run.slug))) {
    const minutes = minutesOf(slug);
    if (minutes === undefined) continue;
    const own = runs.filter(run => run.slug === slug).sort((a, b) => a.at - b.at);
    const reviews = reviewsOf(
      own,
      sittings.filter(sitting => sitting.slug === slug),
      minutes,
    );
    if (reviews.length > 0) found.set(slug, remember(reviews, HABIT, interview));
  }
  return found;
}

function reviewsOf(runs: readonly Run[], sittings: readonly Sitting[], minutes: number): Review[] {
  const reviews: Review[] = [];
  const days = new Map<number, Run[]>();
  for (const run of runs) {
    const day = startOfDay(run.at);
    days.set(day, [...(days.get(day) ?? []), run]);
  }
  for (const day of days.values()) {
    const pass = day.findIndex(({ kind }) => kind === 'passed');
    // Before it was ever solved there is nothing to be remembered.
    if (pass < 0 && reviews.length === 0) continue;
    const previous = reviews.at(-1)?.rating ?? null;
    if (pass < 0) reviews.push({ at: day[day.length - 1].at, rating: AGAIN });
    else
      reviews.push({ at: day[pass].at, rating: rateRun(day, pass, sittings, minutes, previous) });
  }
  return reviews;
}

/** Whether a run belongs to a sitting. @param at milliseconds since 1970 */
export function isDuring({ began, seen, ended }: Sitting, at: number): boolean {
  return began <= at && at <= began + (ended ?? seen) + MINUTE;
}

function rateRun(
  day: readonly Run[],
  pass: number,
  sittings: readonly Sitting[],
  minutes: number,
  previous: Rating | null,
): Rating {
  const { at, hints = 0, revealed } = day[pass];
  const sitting = sittings.find(one => isDuring(one, at));
  let first = pass;
  while (first > 0 && day[first].at - day[first - 1].at <= PAUSE) first -= 1;
  const share = (at - (sitting?.began ?? day[first].at)) / MINUTE / minutes;
  if (share > 2) return AGAIN;
  const helped = hints > 0 || revealed !== undefined;
  if (share > 1.25 || helped || sitting?.moments.some(({ what }) => what === 'hint')) return HARD;
  return sitting && share < 0.6 && previous !== null && previous >= GOOD ? EASY : GOOD;
}
