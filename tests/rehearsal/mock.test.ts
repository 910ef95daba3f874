import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../../src/planning/roles';
import { LEVELS } from '../../src/planning/weights';
import {
  type Candidate,
  candidatesFor,
  DEBRIEF,
  drawMock,
  KINDS,
  LENGTHS,
  needOfCard,
  type Terms,
} from '../../src/rehearsal/mock';
import { cards, exercises } from '../planning/few';

const seed = fc.nat(2 ** 32 - 1);
const anyTerms: fc.Arbitrary<Terms> = fc.record({
  role: fc.constantFrom(...ROLES),
  level: fc.constantFrom(...LEVELS),
  minutes: fc.constantFrom(...LENGTHS),
  kinds: fc.subarray([...KINDS], { minLength: 1 }),
});
const minutesOf = new Map([
  ...exercises.map(({ slug, meta }) => [`code/${slug}`, meta.minutes] as const),
  ...cards.map(({ id, minutes }) => [id, minutes] as const),
]);
const even = () => 1;
/** A mock of what there is. */
const drawn = (terms: Terms, seed: number, needOf: (id: string) => number = even) =>
  drawMock(terms, candidatesFor(exercises, cards, terms, needOf), seed);
const USUAL: Terms = {
  role: 'generalist',
  level: 'mid',
  minutes: 60,
  kinds: ['coding', 'breadth', 'design'],
};

describe('a mock', () => {
  test('of an hour is an exercise, six cards, a design with its 25 minutes, and a debrief', () => {
    const { parts, leftOut } = drawn(USUAL, 7);
    expect(parts.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['coding', 21],
      ['breadth', 9],
      ['design', 25],
    ]);
    expect(parts[1].items.length).toBeGreaterThanOrEqual(6);
    expect(parts[2].items[0]).toMatch(/^design\//);
    expect(leftOut).toEqual([]);
  });

  test('fits into its time with a debrief, for every role, level and choice', () => {
    fc.assert(
      fc.property(anyTerms, seed, (terms, seed) => {
        const { parts } = drawn(terms, seed);
        const total = parts.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(total).toBeLessThanOrEqual(terms.minutes - DEBRIEF);
        for (const { kind, minutes, items } of parts) {
          const asked = items.reduce((sum, id) => sum + (minutesOf.get(id) as number), 0);
          if (kind === 'breadth') expect(asked).toBeLessThanOrEqual(minutes);
          else expect(items).toHaveLength(1);
          // An exercise is not asked in much less than its time.
          if (kind === 'coding') expect(asked * 0.8).toBeLessThanOrEqual(minutes);
        }
      }),
      { seed: 1 },
    );
  });

  test('asks for nothing twice, and for nothing that is not for the role and the level', () => {
    const byId = new Map(cards.map(card => [card.id, card]));
    fc.assert(
      fc.property(anyTerms, seed, (terms, seed) => {
        const items = drawn(terms, seed).parts.flatMap(({ items }) => items);
        expect(new Set(items).size).toBe(items.length);
        for (const id of items) {
          const card = byId.get(id);
          if (!card) {
            expect(exercises.some(({ slug }) => id === `code/${slug}`)).toBe(true);
            continue;
          }
          expect(card.levels).toContain(terms.level);
          expect(card.roles.some(role => role === 'all' || role === terms.role)).toBe(true);
        }
      }),
      { seed: 2 },
    );
  });

  test('has each part that was asked for, in one order, or says why not', () => {
    fc.assert(
      fc.property(anyTerms, seed, (terms, seed) => {
        const { parts, leftOut } = drawn(terms, seed);
        const there = parts.map(({ kind }) => kind);
        expect(there).toEqual(KINDS.filter(kind => there.includes(kind)));
        const all = [...there, ...leftOut.map(({ kind }) => kind)];
        expect(all.sort()).toEqual([...terms.kinds].sort());
      }),
      { seed: 3 },
    );
  });

  test('is the same for the same seed, and mostly another for another', () => {
    fc.assert(
      fc.property(anyTerms, seed, (terms, seed) => {
        expect(drawn(terms, seed)).toEqual(drawn(terms, seed));
      }),
      { seed: 4 },
    );
    const rounds = Array.from({ length: 50 }, (_, seed) => JSON.stringify(drawn(USUAL, seed)));
    expect(new Set(rounds).size).toBeGreaterThan(45);
  });

  test('prefers what is due or went badly', () => {
    const breadth = candidatesFor(exercises, cards, USUAL, even).filter(
      ({ kind }) => kind === 'breadth',
    );
    const [due, resting] = [breadth[10].id, breadth[11].id];
    const needs = (id: string) =>
      id === due ? needOfCard(true, 3) : needOfCard(false, id === resting ? 3 : null);
    const times = (wanted: string) =>
      Array.from({ length: 400 }, (_, seed) => drawn(USUAL, seed, needs)).filter(({ parts }) =>
        parts.some(({ items }) => items.includes(wanted)),
      ).length;
    expect(times(due)).toBeGreaterThan(4 * times(resting));
    expect(needOfCard(true, 4)).toBeGreaterThan(needOfCard(false, 1));
    expect(needOfCard(false, 1)).toBeGreaterThan(needOfCard(false, null));
    expect(needOfCard(false, null)).toBeGreaterThan(needOfCard(false, 4));
  });

  test('gives the time of a part without anything to ask to the others, and says so', () => {
    const { parts, leftOut } = drawn({ ...USUAL, level: 'junior', kinds: ['coding', 'depth'] }, 1);
    expect(leftOut).toEqual([{ kind: 'depth', why: 'nothing' }]);
    expect(parts).toMatchObject([{ kind: 'coding', minutes: 45 }]);
    const nothing = drawMock(USUAL, [], 1);
    expect(nothing.parts).toEqual([]);
    expect(nothing.leftOut).toHaveLength(3);
  });

  test('leaves out one of two long subjects where the time does not hold both', () => {
    expect(drawn({ ...USUAL, kinds: KINDS }, 1).leftOut).toEqual([
      { kind: 'depth', why: 'no room' },
    ]);
    const short = drawn({ ...USUAL, minutes: 45, kinds: ['coding', 'design'] }, 1);
    expect(short.parts.map(({ minutes }) => minutes)).toEqual([20, 20]);
  });

  test('takes short cards of one topic in a row only where there is no other', () => {
    const card = (id: string, topic: string): Candidate => ({
      ...{ id, topic, kind: 'breadth', minutes: 1.5, need: 1 },
    });
    const few = ['a', 'b', 'c', 'd'].map((id, i) => card(id, i < 2 ? 'one' : 'other'));
    for (let seed = 0; seed < 20; seed++) {
      const [{ items }] = drawMock({ ...USUAL, kinds: ['breadth'] }, few, seed).parts;
      const topics = items.map(id => few.find(one => one.id === id)?.topic);
      expect(topics[0]).toBe(topics[2]);
      expect(topics[0]).not.toBe(topics[1]);
    }
  });
});

test('a data scientist of a product is asked for an experiment or a case', () => {
  const long = candidatesFor(exercises, cards, { role: 'product', level: 'senior' }, even).filter(
    ({ kind }) => kind === 'design',
  );
  expect(long.length).toBeGreaterThan(3);
  expect(long.every(({ id }) => /^(experiment|case)\//.test(id))).toBe(true);
});
