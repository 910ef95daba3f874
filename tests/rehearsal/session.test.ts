import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf } from '../../src/catalog/card';
import { AGAIN, GOOD, type Level } from '../../src/rehearsal/attempt';
import { isDrawn, scheduleOf } from '../../src/rehearsal/schedule';
import { dueNow, interleave, newToday, sessionOf } from '../../src/rehearsal/session';
import { DAY, NOON, over, summary } from './log';

const breadth = (n: number, topic = 'statistics') =>
  summary(`breadth/card-${n}`, { number: n, topic });
const ids = (items: readonly { card: { id: string } }[]) => items.map(({ card }) => card.id);
/** A beginning that is not drawn, or is, from a time on. */
const began = (from: number, drawn: boolean) => {
  let at = from;
  while (isDrawn({ began: at - 30_000 }) !== drawn) at += 1;
  return at;
};

describe('what is due', () => {
  it('are cards whose time has come, the longest waiting first', () => {
    const cards = [breadth(1), breadth(2), breadth(3)];
    const log = [
      over('breadth/card-1', began(NOON, false), GOOD),
      over('breadth/card-2', began(NOON - DAY, false), GOOD),
      over('breadth/card-3', began(NOON + DAY, false), GOOD),
    ];
    const due = dueNow(cards, log, scheduleOf(log, cards, null), NOON + DAY);
    expect(ids(due)).toEqual(['breadth/card-2', 'breadth/card-1']);
  });

  it('is of a long prompt another card of the type, with the criteria that are due', () => {
    const cards = [1, 2, 3].map(n => summary(`case/card-${n}`, { number: n }));
    const levels = Object.fromEntries(
      criteriaOf('case').map((label, i) => [label, (i === 0 ? 0 : 3) as Level]),
    );
    const log = [
      over('case/card-1', began(NOON, false), GOOD, { levels }),
      over('case/card-2', began(NOON + 1000, false), GOOD, { levels }),
    ];
    const memories = scheduleOf(log, cards, null);
    const [item, ...others] = dueNow(cards, log, memories, NOON + 3_600_000);
    expect(others).toEqual([]);
    expect(item.card.id).toBe('case/card-3');
    expect(item.facets).toEqual(['Clarify']);
    // Where all were rehearsed, it is the one that was not for longest.
    const all = [...log, over('case/card-3', began(NOON + 2000, false), GOOD, { levels })];
    const [next] = dueNow(cards, all, scheduleOf(all, cards, null), NOON + 3_600_000);
    expect(next.card.id).toBe('case/card-1');
  });

  it('is an answer that was drawn, from the next day on, once, where it was written', () => {
    const cards = [breadth(1)];
    const at = began(NOON, true);
    const sheet = { assumptions: '', text: 'because', parts: {}, rungs: 1 };
    const log = [over('breadth/card-1', at, GOOD, { sheet })];
    const of = (log: Parameters<typeof dueNow>[1], now: number) =>
      dueNow(cards, log, new Map(), now).map(({ why, of }) => [why, of]);
    expect(of(log, NOON + 3_600_000)).toEqual([]);
    expect(of(log, NOON + DAY)).toEqual([['regrade', log[0].began]]);
    const again = { ...over('breadth/card-1', NOON + DAY, GOOD), regrades: log[0].began };
    expect(of([...log, { ...again, rating: null }], NOON + 2 * DAY)).toEqual([]);
    expect(of([over('breadth/card-1', at, GOOD)], NOON + DAY)).toEqual([]);
  });
});

describe('new cards', () => {
  const cards = Array.from({ length: 30 }, (_, i) => breadth(i + 1));

  it('are breadth cards that were never answered, in their order, twelve a day', () => {
    expect(ids(newToday([summary('case/one'), ...cards], [], NOON))).toEqual(
      cards.slice(0, 12).map(({ id }) => id),
    );
    const log = Array.from({ length: 5 }, (_, i) => over(cards[i].id, NOON, AGAIN));
    expect(ids(newToday(cards, log, NOON + 1000))).toEqual(cards.slice(5, 12).map(({ id }) => id));
    expect(newToday(cards, log, NOON + DAY)).toHaveLength(12);
  });
});

describe('a session', () => {
  const item = (n: number, topic: string, minutes = 1) => ({
    card: summary(`breadth/card-${n}`, { topic, minutes }),
    why: 'due' as const,
    of: null,
    facets: [],
  });

  it('fits into its time, what is due first, and asks no card twice', () => {
    const due = [item(1, 'a', 8), item(2, 'b', 8), item(1, 'a', 1)];
    const fresh = [item(3, 'c', 3), item(4, 'd', 30)];
    expect(ids(sessionOf(due, fresh, 20))).toEqual([
      ...['breadth/card-1', 'breadth/card-2', 'breadth/card-3'],
    ]);
    expect(sessionOf([item(1, 'a', 45)], [], 20)).toHaveLength(1);
    expect(sessionOf([], [], 20)).toEqual([]);
  });

  it('has no two of one topic in a row unless it cannot be helped', () => {
    const topics = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(topics, topics => {
        const items = topics.map((topic, n) => ({ topic, n }));
        const row = interleave(items, ({ topic }) => topic);
        expect(row.map(({ n }) => n).sort((a, b) => a - b)).toEqual(items.map(({ n }) => n));
        const most = Math.max(
          ...topics.map(topic => topics.filter(other => other === topic).length),
        );
        const helped = most <= Math.ceil(topics.length / 2);
        const twice = row.filter(({ topic }, i) => i > 0 && row[i - 1].topic === topic).length;
        expect(twice).toBe(helped ? 0 : most - (topics.length - most) - 1);
      }),
    );
  });
});
