import { type CardSummary, type CardType, criteriaOf } from '../catalog/card';
import { endOf, type Rating, type Rehearsal } from './attempt';
import { daysLater } from './days';
import { type Habit, type Memory, type Review, remember } from './memory';
import { isSlow, rateFacet } from './score';

/**
 * What is scheduled, by type. A fact is the memory of one card. Seeing a long prompt again would train
 * the memory of that one answer, so its criteria are scheduled instead, and the prompt changes. A story
 * of one's own is kept fresh.
 */
export const KINDS: Record<CardType, 'fact' | 'facets' | 'story'> = {
  breadth: 'fact',
  derivation: 'fact',
  'plain-language': 'fact',
  process: 'fact',
  design: 'facets',
  case: 'facets',
  depth: 'facets',
  experiment: 'facets',
  production: 'facets',
  behavioural: 'story',
  pitch: 'story',
};

const HABITS: Record<(typeof KINDS)[CardType], Habit> = {
  fact: { easy: true, steps: true },
  facets: { cap: 14, easy: false, steps: true },
  story: { lastMonthCap: 10, easy: false, steps: true },
};

/** The type of a card by its id. */
export function typeOf(card: string): CardType {
  return card.slice(0, card.indexOf('/')) as CardType;
}

/** The name of what is scheduled for one criterion of a type. */
export const facetOf = (type: CardType, criterion: string) => `${type} · ${criterion}`;

/** The rehearsals that are over and were an answer, in their order. */
export function answered(log: readonly Rehearsal[]): Rehearsal[] {
  return log
    .filter(({ done, rating, regrades }) => done !== null && rating !== null && regrades === null)
    .sort((a, b) => endOf(a) - endOf(b));
}

/**
 * What is remembered after all that was rehearsed, by card or by facet. Nothing of it is stored: it
 * follows from the log, so that another date, or an imported file, changes all of it.
 * @param interview the beginning of the day of the interview, or null
 */
export function scheduleOf(
  log: readonly Rehearsal[],
  cards: readonly CardSummary[],
  interview: number | null,
): Map<string, Memory> {
  const minutes = new Map(cards.map(card => [card.id, card.minutes]));
  const reviews = new Map<string, Review[]>();
  const add = (key: string, at: number, rating: Rating) => {
    const known = reviews.get(key) ?? [];
    known.push({ at, rating });
    reviews.set(key, known);
  };
  const kinds = new Map<string, keyof typeof HABITS>();
  for (const one of answered(log)) {
    const type = typeOf(one.card);
    const kind = KINDS[type];
    if (!kind) continue;
    const at = endOf(one);
    if (kind !== 'facets') {
      kinds.set(one.card, kind);
      add(one.card, at, one.rating as Rating);
      continue;
    }
    const slow = isSlow((one.committed ?? 0) / 1000, minutes.get(one.card) ?? Infinity);
    for (const criterion of criteriaOf(type)) {
      const key = facetOf(type, criterion);
      kinds.set(key, kind);
      add(key, at, rateFacet(one.levels[criterion], one, slow));
    }
  }
  return new Map(
    [...reviews].map(([key, row]) => [
      key,
      remember(row, HABITS[kinds.get(key) ?? 'fact'], interview),
    ]),
  );
}

/** One in so many answers is graded once more, unseen. */
const REGRADED = 10;

/** Whether an answer comes back for a second grading: drawn by its beginning, the same on every machine. */
export function isDrawn({ began }: Pick<Rehearsal, 'began'>): boolean {
  let mixed = (began % 0x1_0000_0000) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) % REGRADED === 0;
}

/** From when on an answer can be graded once more: the next day. */
export function regradeFrom(rehearsal: Rehearsal): number {
  return daysLater(endOf(rehearsal), 1);
}
