import type { CardSummary, CardType } from '../../src/catalog/card';
import { begin, finish, type Rating, type Rehearsal } from '../../src/rehearsal/attempt';

export const DAY = 86_400_000; // ms
/** Noon of a day, in milliseconds since 1970. */
export const NOON = new Date('2027-03-01T12:00:00').getTime();

/** A card as lists know it. */
export function summary(id: string, own: Partial<CardSummary> = {}): CardSummary {
  const [type, title] = id.split('/');
  return {
    ...{ id, type: type as CardType, title, number: 1, minutes: 1, topic: 'statistics' },
    ...{ levels: ['mid'], roles: ['all'], ...own },
  };
}

/** A rehearsal that was over after half a minute. */
export function over(
  card: string,
  at: number,
  rating: Rating,
  own: Partial<Rehearsal> = {},
): Rehearsal {
  const begun = { ...begin(card, at - 30_000), committed: 20_000, confidence: 50, ...own };
  const { points, self = 1, objective } = begun;
  return finish(begun, { points, computed: rating, rating, self, objective }, at);
}
