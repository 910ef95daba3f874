import type { CardSummary, CardType } from '../catalog/card';
import { criteriaOf } from '../catalog/card';
import { answerText, endOf, type Rehearsal } from './attempt';
import { startOfDay } from './days';
import { isDue, type Memory } from './memory';
import { answered, facetOf, isDrawn, KINDS, regradeFrom } from './schedule';

/** At most so many breadth cards a day that were never seen. */
export const NEW_A_DAY = 12;

/** Something to rehearse. */
export interface Item {
  readonly card: CardSummary;
  /** `regrade`: to grade an earlier answer once more, which `of` names by its beginning. */
  readonly why: 'due' | 'new' | 'regrade';
  readonly of: number | null;
  /** The criteria of the type that are due, where it is scheduled by criterion. */
  readonly facets: readonly string[];
}

/**
 * What is due now, the longest waiting first: cards, types of which a criterion is due with the card
 * that was not rehearsed for longest, and answers to be graded once more.
 */
export function dueNow(
  cards: readonly CardSummary[],
  log: readonly Rehearsal[],
  memories: ReadonlyMap<string, Memory>,
  now: number,
): Item[] {
  const byId = new Map(cards.map(card => [card.id, card]));
  const waiting: { since: number; item: Item }[] = [];
  const past = answered(log);
  for (const card of cards) {
    const memory = memories.get(card.id);
    if (KINDS[card.type] === 'facets' || !memory || !isDue(memory, now)) continue;
    waiting.push({ since: memory.due, item: { card, why: 'due', of: null, facets: [] } });
  }
  for (const type of new Set(cards.map(card => card.type))) {
    if (KINDS[type] !== 'facets') continue;
    const due = criteriaOf(type)
      .map(criterion => ({ criterion, memory: memories.get(facetOf(type, criterion)) }))
      .filter(({ memory }) => memory && isDue(memory, now));
    const card = rotated(type, cards, past);
    if (due.length === 0 || !card) continue;
    const since = Math.min(...due.map(({ memory }) => (memory as Memory).due));
    const facets = due.map(({ criterion }) => criterion);
    waiting.push({ since, item: { card, why: 'due', of: null, facets } });
  }
  const regraded = new Set(log.map(({ regrades }) => regrades));
  for (const one of past) {
    const card = byId.get(one.card);
    const from = regradeFrom(one);
    if (!card || one.early || from > now || regraded.has(one.began) || !isDrawn(one)) continue;
    if (answerText(one.sheet) === '') continue;
    waiting.push({ since: from, item: { card, why: 'regrade', of: one.began, facets: [] } });
  }
  return waiting.sort((a, b) => a.since - b.since).map(({ item }) => item);
}

/** Of the cards of a type the one that was never rehearsed, or not for longest. */
function rotated(type: CardType, cards: readonly CardSummary[], past: readonly Rehearsal[]) {
  const last = new Map(past.map(one => [one.card, endOf(one)]));
  return cards
    .filter(card => card.type === type)
    .sort((a, b) => (last.get(a.id) ?? 0) - (last.get(b.id) ?? 0) || a.number - b.number)[0];
}

/** Breadth cards that were never seen, in their order, as many as there is room for today. */
export function newToday(
  cards: readonly CardSummary[],
  log: readonly Rehearsal[],
  now: number,
): Item[] {
  const first = new Map<string, number>();
  for (const one of answered(log)) if (!first.has(one.card)) first.set(one.card, endOf(one));
  const today = startOfDay(now);
  const begun = [...first].filter(([id, at]) => id.startsWith('breadth/') && at >= today).length;
  return cards
    .filter(({ type, id }) => type === 'breadth' && !first.has(id))
    .slice(0, Math.max(0, NEW_A_DAY - begun))
    .map(card => ({ card, why: 'new', of: null, facets: [] }));
}

/**
 * A session that fits into a time: what is due first, then new cards, no two of one topic in a row as
 * far as that can be.
 * @param minutes the time; the first item is taken even where it is longer
 */
export function sessionOf(due: readonly Item[], fresh: readonly Item[], minutes: number): Item[] {
  const taken: Item[] = [];
  let left = minutes;
  for (const item of [...due, ...fresh]) {
    if (taken.length > 0 && item.card.minutes > left) continue;
    // A card is not asked twice, also where an earlier answer to it is to be graded.
    if (taken.some(({ card }) => card.id === item.card.id)) continue;
    taken.push(item);
    left -= item.card.minutes;
  }
  return interleave(taken, ({ card }) => card.topic);
}

/** The same items, none after one of its own kind as long as there is another; else in their order. */
export function interleave<T>(items: readonly T[], kindOf: (item: T) => string): T[] {
  const waiting = [...items];
  const row: T[] = [];
  while (waiting.length > 0) {
    const last = row.length > 0 ? kindOf(row[row.length - 1]) : null;
    const others = waiting.filter(item => kindOf(item) !== last);
    const count = (item: T) => waiting.filter(other => kindOf(other) === kindOf(item)).length;
    // The kind that fills more than half of the rest has to come now, or it comes twice in a row later.
    const pressing = others.find(item => count(item) * 2 > waiting.length);
    const next = pressing ?? others[0] ?? waiting[0];
    waiting.splice(waiting.indexOf(next), 1);
    row.push(next);
  }
  return row;
}
