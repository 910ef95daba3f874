import { describe, expect, test } from 'vitest';
import { firstWeek } from '../../src/pages/mock/first-week';
import { diagnosticOf, offerOf } from '../../src/pages/plan/diagnosed';
import type { Stored } from '../../src/pages/plan/gather';
import { startOf } from '../../src/planning/days';
import { end, happen } from '../../src/progress/interview';
import { beginCard, beginMock, beginPart, changeSitting, endPart } from '../../src/progress/mock';
import { begin, type Rehearsal } from '../../src/rehearsal/attempt';
import { FIVE_WEEKS, itemsOf, known, NOTHING, TODAY } from '../planning/few';

const AT = startOf(TODAY) + 32_400_000;
const at = (minute: number) => AT + minute * 60_000;
const parts = [
  { kind: 'breadth', minutes: 10, items: ['breadth/p-value', 'breadth/roc-auc'] },
  { kind: 'coding', minutes: 12, items: ['code/logistic-regression'] },
  { kind: 'design', minutes: 5, items: ['design/social-feed'] },
  { kind: 'design', minutes: 3, items: ['experiment/peeking'] },
] as const;

/** A diagnostic that ran its course, with so many checks that passed. */
function held(passed: number) {
  const terms = { role: 'generalist', level: 'mid', minutes: 30, purpose: 'diagnostic' } as const;
  const kinds = ['coding', 'breadth', 'design'] as const;
  let mock = beginMock({ ...terms, kinds }, { parts, leftOut: [] }, 7, at(0));
  mock = beginCard(beginCard(mock, 0, at(0), at(0)), 1, at(5), at(5));
  mock = beginPart(endPart(mock, at(10)), at(10));
  const run = { kind: 'missed', passed, total: 73, diagnosis: null, seed: 1 } as const;
  mock = changeSitting(mock, one => happen(one, { what: 'run', ...run }, at(20)), at(20));
  mock = changeSitting(mock, one => end(one, { text: '', pad: '' }, at(22)), at(22));
  mock = endPart(beginCard(beginPart(mock, at(22)), 0, at(22), at(22)), at(27));
  return endPart(beginCard(beginPart(mock, at(27)), 0, at(27), at(27)), at(30));
}
const answer = (card: string, minute: number, own: Partial<Rehearsal>): Rehearsal => ({
  ...{ ...begin(card, at(minute)), committed: 1, confidence: 50, done: 2 },
  ...own,
});
const stored = (own: Partial<Stored>): Stored => ({
  ...{ attempts: [], interviews: [], rehearsals: [], mocks: [], stories: [], pitches: [] },
  ...own,
});
const right = { a: { typed: '1', right: true }, b: { typed: '', right: false } };

describe('what a diagnostic showed', () => {
  test('is the mean of one’s own scores, the checks that were asked for, and the numbers', () => {
    const rehearsals = [
      answer('breadth/p-value', 0, { self: 0.9 }),
      answer('breadth/roc-auc', 5, { self: 0.2 }),
      answer('design/social-feed', 22, { self: 0.3 }),
      // The whole card was not asked for, and its score does not count.
      answer('experiment/peeking', 27, { self: 0, answers: right }),
    ];
    const shown = diagnosticOf(stored({ mocks: [held(9)], rehearsals }));
    expect(shown).toMatchObject({ day: TODAY, code: 'code/logistic-regression' });
    expect(shown?.shown.breadth).toBeCloseTo(0.55);
    expect(shown?.shown.coding).toBe(1);
    expect(shown?.shown.design).toBeCloseTo(0.4);
    expect(diagnosticOf(stored({ mocks: [held(3)] }))?.shown.coding).toBeCloseTo(1 / 3);
  });

  test('is nothing of what was not graded or not reached, and of what is under way', () => {
    const open = [answer('breadth/p-value', 0, { done: null })];
    const shown = diagnosticOf(stored({ mocks: [held(9)], rehearsals: open }))?.shown;
    expect(Object.keys(shown ?? {})).toEqual(['coding']);
    expect(diagnosticOf(stored({ mocks: [{ ...held(9), ended: null }] }))).toBeNull();
    const { purpose: _, ...mock } = held(9);
    expect(diagnosticOf(stored({ mocks: [mock] }))).toBeNull();
  });

  test('is that of the last one', () => {
    const later = { ...held(0), began: AT + 86_400_000 };
    expect(diagnosticOf(stored({ mocks: [later, held(9)] }))?.shown.coding).toBe(0);
  });

  test('changes the first week by area, with what comes sooner by name', () => {
    const items = itemsOf(FIVE_WEEKS);
    const shown = { day: TODAY, shown: { design: 0.1 }, code: 'code/decision-tree' };
    const changes = firstWeek(items, FIVE_WEEKS, NOTHING, shown);
    expect(changes.map(({ area }) => area)).toEqual(['breadth', 'depth', 'design', 'coding']);
    const design = changes[2];
    expect(design.now).toBeGreaterThan(design.before);
    expect(design.sooner.length).toBeGreaterThan(0);
    expect(design.sooner.every(({ round }) => round === 'design')).toBe(true);
    const none = firstWeek(items, FIVE_WEEKS, NOTHING, { ...shown, shown: { design: 0.9 } });
    expect(none.every(({ before, now, sooner }) => before === now && sooner.length === 0)).toBe(
      true,
    );
  });
});

test('a diagnostic is offered while little is known and none was held, and waits while it is on', () => {
  const few = new Map(
    itemsOf(FIVE_WEEKS)
      .slice(0, 9)
      .map(({ id }) => known(id, [{}])),
  );
  const ten = new Map(
    itemsOf(FIVE_WEEKS)
      .slice(0, 10)
      .map(({ id }) => known(id, [{}])),
  );
  expect(offerOf(stored({}), few)).toBe('new');
  expect(offerOf(stored({}), ten)).toBeNull();
  expect(offerOf(stored({ mocks: [held(9)] }), few)).toBeNull();
  expect(offerOf(stored({ mocks: [{ ...held(9), ended: null }] }), ten)).toBe('under way');
});
