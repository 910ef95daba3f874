import type { CardSummary } from '../../catalog/card';
import { addDays, type Day, dayOf, daysBetween, weekdayOf } from '../../planning/days';
import type { Inputs } from '../../planning/inputs';
import { roundOf } from '../../planning/items';
import { ROUNDS, type Round } from '../../planning/weights';
import { sittingsOf } from '../../progress/mock';
import { LONGEST, type Stored } from './gather';

/** The minutes of a week of the calendar. */
export interface Week {
  /** Its Monday. */
  readonly first: Day;
  readonly minutes: Readonly<Record<Round, number>>;
  readonly all: number;
  /** By the hours of the set-up, on the days that the plan has in it; 0 where it has none. */
  readonly planned: number;
}

/** Something that went on, in milliseconds since 1970. */
interface Span {
  readonly round: Round;
  readonly from: number;
  readonly to: number;
}

const MINUTE = 60_000; // ms
/** Runs with a longer pause between them were not one sitting. */
const PAUSE = 30 * MINUTE;
/** So many weeks are looked back at most. */
const WEEKS = 8;

/**
 * How long one practised in each of the last weeks, as far as it is stored: a card from its beginning to
 * the end of its grading, an interview from end to end, other exercises from the first run of a sitting
 * to the last. What came before a first run is not known, so that exercises count too little.
 */
export function practiceOf(
  { attempts, interviews, rehearsals, mocks }: Omit<Stored, 'stories' | 'pitches'>,
  cards: readonly CardSummary[],
  inputs: Pick<Inputs, 'since' | 'date' | 'hours' | 'free'>,
  today: Day,
): Week[] {
  const byId = new Map(cards.map(card => [card.id, card]));
  const spans: Span[] = rehearsals.flatMap(({ card, began, done }): Span[] => {
    const known = byId.get(card);
    if (!known || done === null) return [];
    const length = Math.min(done, LONGEST * known.minutes * MINUTE);
    return [{ round: roundOf(known), from: began, to: began + length }];
  });
  const sittings = [...interviews, ...sittingsOf(mocks)];
  for (const slug of new Set([...attempts, ...sittings].map(one => one.slug))) {
    const own = sittings.filter(one => one.slug === slug);
    const sat = own.map(({ began, ended, seen, minutes }): Span => {
      const length = Math.min(ended ?? seen, minutes * MINUTE);
      return { round: 'coding', from: began, to: began + length };
    });
    const runs = attempts
      .filter(one => one.slug === slug)
      .map(({ at }): Span => ({ round: 'coding', from: at, to: at }));
    spans.push(...joined([...sat, ...runs]));
  }
  return weeksOf(spans, inputs, today);
}

/** The spans with those that overlap, or have a short pause between them, made one. */
function joined(spans: readonly Span[]): Span[] {
  const row: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = row.at(-1);
    if (last && span.from - last.to <= PAUSE)
      row[row.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else row.push(span);
  }
  return row;
}

const mondayOf = (day: Day): Day => addDays(day, -weekdayOf(day));

/** From the week of the first practice, or of the plan's beginning, to this one. */
function weeksOf(
  spans: readonly Span[],
  { since, date, hours, free }: Pick<Inputs, 'since' | 'date' | 'hours' | 'free'>,
  today: Day,
): Week[] {
  const days = spans.map(({ from }) => dayOf(from)).filter(day => day <= today);
  const start = mondayOf([since, today, ...days].sort()[0]);
  const now = mondayOf(today);
  const shown = Math.min(WEEKS, daysBetween(start, now) / 7 + 1);
  const perDay = free.length < 7 ? (hours * 60) / (7 - new Set(free).size) : 0;
  return Array.from({ length: shown }, (_, i): Week => {
    const first = addDays(now, -7 * (shown - 1 - i));
    const next = addDays(first, 7);
    const own = spans.filter(({ from }) => dayOf(from) >= first && dayOf(from) < next);
    const minutes = Object.fromEntries(
      ROUNDS.map(round => [
        round,
        own
          .filter(span => span.round === round)
          .reduce((sum, { from, to }) => sum + (to - from) / MINUTE, 0),
      ]),
    ) as Record<Round, number>;
    const working = Array.from({ length: 7 }, (_, i) => addDays(first, i)).filter(
      day => day >= since && (date === null || day < date) && !free.includes(weekdayOf(day)),
    );
    return {
      first,
      minutes,
      all: Object.values(minutes).reduce((a, b) => a + b, 0),
      planned: working.length * perDay,
    };
  });
}
