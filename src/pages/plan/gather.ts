import type { CardSummary } from '../../catalog/card';
import { criteriaOf } from '../../catalog/card';
import { type Day, dayOf, startOf } from '../../planning/days';
import type { Evidence, Log, Try } from '../../planning/evidence';
import type { ExerciseFacts } from '../../planning/items';
import { PITCH } from '../../planning/order';
import type { Held } from '../../planning/plan';
import type { Interview } from '../../progress/interview';
import { type Mock, sittingsOf } from '../../progress/mock';
import type { Attempt } from '../../progress/store';
import { AGAIN, endOf, type Rehearsal } from '../../rehearsal/attempt';
import type { Memory } from '../../rehearsal/memory';
import { isPitchWhole, type Pitch } from '../../rehearsal/pitch';
import { isDuring, recodings } from '../../rehearsal/recode';
import { answered, facetOf, KINDS, scheduleOf } from '../../rehearsal/schedule';
import { isSlow } from '../../rehearsal/score';
import { isStoryWhole, type Story } from '../../rehearsal/story';

const MINUTE = 60_000; // ms
/** The clock of a card goes on while its page is closed: so many times its own time count at most. */
export const LONGEST = 3;

/** What is stored, as far as it shows anything. */
export interface Stored {
  readonly attempts: readonly Pick<
    Attempt,
    'slug' | 'at' | 'kind' | 'passed' | 'total' | 'hints' | 'revealed'
  >[];
  readonly interviews: readonly Interview[];
  readonly rehearsals: readonly Rehearsal[];
  readonly mocks: readonly Mock[];
  readonly stories: readonly Story[];
  readonly pitches: readonly Pitch[];
}

/** What was stored up to a time, in milliseconds since 1970. */
export function storedUntil(stored: Stored, time: number): Stored {
  const { attempts, interviews, rehearsals, mocks, stories, pitches } = stored;
  return {
    attempts: attempts.filter(({ at }) => at <= time),
    interviews: interviews.filter(({ began }) => began <= time),
    rehearsals: rehearsals.filter(one => endOf(one) <= time),
    mocks: mocks.filter(({ began }) => began <= time),
    stories: stories.filter(({ savedAt }) => savedAt <= time),
    pitches: pitches.filter(({ savedAt }) => savedAt <= time),
  };
}

/**
 * What is known of each exercise and card, from what is stored.
 * @param interview the beginning of the day of the interview, or null
 */
export function gather(
  stored: Stored,
  exercises: readonly ExerciseFacts[],
  cards: readonly CardSummary[],
  interview: number | null,
): Log {
  return new Map([...ofCode(stored, exercises, interview), ...ofCards(stored, cards, interview)]);
}

/**
 * The mocks that were held: of several parts or one, an exercise against the clock, stories told aloud.
 * What was told on one day is one round.
 */
export function heldIn({ interviews, mocks, stories, pitches }: Stored): Held[] {
  const told = [...stories, ...pitches].flatMap(({ goes }) => goes.map(({ at }) => dayOf(at)));
  return [
    ...mocks
      .filter(({ ended, purpose }) => ended !== null && purpose === undefined)
      .map(({ began, parts }): Held => {
        const kinds = parts.filter(part => part.began !== null).map(({ kind }) => kind);
        return { day: dayOf(began), round: kinds.length === 1 ? kinds[0] : 'mixed' };
      }),
    ...interviews
      .filter(({ ended }) => ended !== null)
      .map(({ began }): Held => ({ day: dayOf(began), round: 'coding' })),
    ...[...new Set(told)].map((day): Held => ({ day, round: 'behavioural' })),
  ];
}

function ofCode(
  { attempts, interviews, mocks }: Stored,
  exercises: readonly ExerciseFacts[],
  interview: number | null,
): [string, Evidence][] {
  const minutes = new Map(exercises.map(({ slug, meta }) => [slug, meta.minutes]));
  // An exercise in a mock was written against the clock like any interview.
  const sittings = [...interviews, ...sittingsOf(mocks)];
  const memories = recodings(attempts, sittings, slug => minutes.get(slug), interview);
  return [...minutes.keys()].flatMap((slug): [string, Evidence][] => {
    const own = attempts.filter(attempt => attempt.slug === slug).sort((a, b) => a.at - b.at);
    if (own.length === 0) return [];
    const tries = turnsOf(own).flatMap(({ day, runs, revealed }): Try[] => {
      const pass = runs.find(({ kind }) => kind === 'passed');
      const passed = pass !== undefined;
      const shown = pass ?? runs[runs.length - 1];
      const sitting = sittings.find(
        one => one.slug === slug && runs.some(({ at }) => isDuring(one, at)),
      );
      const taken = sitting?.moments.filter(({ what }) => what === 'hint').length ?? 0;
      const attempt: Try = {
        day,
        score: Math.max(
          ...runs.map(run =>
            run.kind === 'passed' ? 1 : run.total > 0 ? run.passed / run.total : 0,
          ),
        ),
        passed,
        minutes: sitting ? (sitting.ended ?? sitting.seen) / MINUTE : null,
        hints: Math.max(taken, shown.hints ?? 0),
        revealed: false,
        critical: false,
        timed: runs.some(
          ({ at }) =>
            sitting && sitting.began <= at && at <= sitting.began + sitting.minutes * MINUTE,
        ),
      };
      return revealed === undefined ? [attempt] : [seenOn(dayOf(revealed)), attempt];
    });
    const memory = memories.get(slug);
    const id = `code/${slug}`;
    return [[id, { id, graded: 'machine', tries, ...kept(memory ? [memory] : []) }]];
  });
}

/** The runs of one exercise on one day; a look at the reference begins another turn. */
interface Turn {
  readonly day: Day;
  readonly runs: Stored['attempts'];
  /** When the reference was looked at, where that was shortly before. */
  readonly revealed: number | undefined;
}

/** @param runs in the order of their times */
function turnsOf(runs: Stored['attempts']): Turn[] {
  const turns: Turn[] = [];
  for (const run of runs) {
    const [day, last] = [dayOf(run.at), turns.at(-1)];
    if (last && last.day === day && last.revealed === run.revealed)
      turns[turns.length - 1] = { ...last, runs: [...last.runs, run] };
    else turns.push({ day, runs: [run], revealed: run.revealed });
  }
  return turns;
}

const seenOn = (day: Day): Try => ({
  ...{ day, score: 0, passed: false, minutes: null, hints: 0 },
  ...{ revealed: true, critical: false, timed: false },
});

function ofCards(
  stored: Stored,
  cards: readonly CardSummary[],
  interview: number | null,
): [string, Evidence][] {
  const { rehearsals } = stored;
  const written = writtenIn(stored);
  const memories = scheduleOf(rehearsals, cards, interview);
  const past = answered(rehearsals);
  return cards.flatMap((card): [string, Evidence][] => {
    const own = past.filter(one => one.card === card.id);
    const stood = written.get(card.id);
    if (own.length === 0 && stood === undefined) return [];
    const tries = own.map((one): Try => {
      const seconds = (one.committed ?? 0) / 1000;
      return {
        day: dayOf(endOf(one)),
        score: one.self ?? 0,
        passed: (one.rating ?? AGAIN) > AGAIN,
        minutes: one.committed === null ? null : Math.min(seconds / 60, LONGEST * card.minutes),
        hints: one.hints,
        revealed: one.early,
        // Whatever fails a card is critical: a point, a trap, a number, or less than half of it.
        critical: one.computed === AGAIN && !one.early,
        timed: one.committed !== null && !isSlow(seconds, card.minutes),
      };
    });
    const keys =
      KINDS[card.type] === 'facets'
        ? criteriaOf(card.type).map(criterion => facetOf(card.type, criterion))
        : [card.id];
    const found = keys.flatMap(key => memories.get(key) ?? []);
    // A criterion that is due asks for another card of its type, not for this one.
    const due = KINDS[card.type] === 'facets' ? null : kept(found).due;
    const evidence: Evidence = { id: card.id, graded: 'self', tries, ...kept(found), due };
    return [[card.id, stood === undefined ? evidence : { ...evidence, written: stood }]];
  });
}

/**
 * Since when a story or a pitch stands there whole, by the ids of the cards: of a story those that it
 * is said to answer, of a pitch the card that asks for the project. Before its last change it may have
 * been whole as well; that is not known.
 */
function writtenIn({ stories, pitches }: Pick<Stored, 'stories' | 'pitches'>): Map<string, Day> {
  const whole = [
    ...stories.filter(isStoryWhole).map(({ savedAt, cards }) => ({ savedAt, cards })),
    ...pitches.filter(isPitchWhole).map(({ savedAt }) => ({ savedAt, cards: [PITCH] })),
  ].sort((a, b) => b.savedAt - a.savedAt);
  return new Map(
    whole.flatMap(({ savedAt, cards }) => cards.map(card => [card, dayOf(savedAt)] as const)),
  );
}

/** What the memories of an item come to: their mean, and the first that is due. */
function kept(memories: readonly Memory[]): Pick<Evidence, 'due' | 'retention'> {
  if (memories.length === 0) return { due: null, retention: () => 1 };
  return {
    due: dayOf(Math.min(...memories.map(({ due }) => due))),
    retention: day =>
      memories.reduce((sum, memory) => sum + memory.retention(startOf(day)), 0) / memories.length,
  };
}
