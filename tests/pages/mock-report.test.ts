import { expect, test } from 'vitest';
import type { Card } from '../../src/catalog/card';
import { answersOf, isOpen, missedOf, scoreOf, weakestOf } from '../../src/pages/mock/outcome';
import { type Facts, reportOf } from '../../src/pages/mock/report';
import { gather } from '../../src/pages/plan/gather';
import { end, happen, review } from '../../src/progress/interview';
import {
  beginCard,
  beginMock,
  beginPart,
  changeSitting,
  endMock,
  endPart,
  type Mock,
  resolve,
} from '../../src/progress/mock';
import { begin, commit, EMPTY_SHEET, finish, type Rehearsal } from '../../src/rehearsal/attempt';
import { cards, exercises } from '../planning/few';

const MINUTE = 60_000;
const START = new Date('2027-01-31T09:00:00').getTime();
const at = (minutes: number) => START + minutes * MINUTE;
const ids = ['breadth/p-value', 'breadth/pooling-equivariance', 'breadth/word-embeddings'];

/** An exercise that passes most checks, two answers and a card that is let go, then an early end. */
function round() {
  let mock = beginMock(
    { role: 'nlp', level: 'mid', minutes: 60, kinds: ['coding', 'breadth', 'depth', 'design'] },
    {
      parts: [
        { kind: 'coding', minutes: 21, items: ['code/k-means'] },
        { kind: 'breadth', minutes: 9, items: [...ids, 'breadth/llm-basics'] },
        { kind: 'design', minutes: 25, items: ['design/document-assistant'] },
      ],
      leftOut: [{ kind: 'depth', why: 'no room' }],
    },
    ...[7, START],
  );
  const run = { kind: 'missed' as const, passed: 3, total: 4, diagnosis: null, seed: 1 };
  mock = changeSitting(mock, it => happen(it, { what: 'run', ...run }, at(22)), at(22));
  mock = changeSitting(mock, it => end(it, { text: 'f``()', pad: 'K?' }, at(23)), at(23));
  mock = changeSitting(mock, it => review(it, { marks: { asked: 'yes' } }), at(23));
  mock = beginPart(mock, at(24));
  for (const [i, began] of [at(24), at(26), at(28)].entries())
    mock = beginCard(mock, i, began, began);
  mock = endMock(endPart(mock, at(30)), at(31));
  return resolve(mock, 'Sleep.\n# Not a heading');
}
const mock = round();

/** An answer of two minutes. */
const answered = (place: number, text: string): Rehearsal => ({
  ...commit(
    begin(ids[place], at(24 + 2 * place)),
    { sheet: { ...EMPTY_SHEET, text }, sketch: null },
    at(26 + 2 * place),
  ),
  confidence: 70,
});
const graded = finish(
  { ...answered(0, 'because'), note: 'say why' },
  { points: { a: true, b: false }, computed: 1, rating: 1, self: 0.5, objective: null },
  at(80),
);
const log = [graded, answered(1, 'maybe')];
const card = {
  points: [
    { id: 'a', text: '<p>Made</p>', critical: true },
    { id: 'b', text: '<p>Missed</p>', critical: true },
    { id: 'c', text: '<p>Small</p>', critical: false },
  ],
  traps: [{ id: 't', text: '<p>Trap</p>', critical: true }],
} as unknown as Card;
const facts: Facts = {
  date: '31 January',
  role: 'Language',
  log,
  cards: new Map([[ids[0], card]]),
  titleOf: id => `Title of ${id}`,
  plain: html => html.replace(/<[^>]*>/g, ''),
  next: null,
};

test('each card of a part is graded, to be graded, left out or not reached', () => {
  const states = answersOf(mock.parts[1], log).map(({ state }) => state);
  expect(states).toEqual(['graded', 'to grade', 'left out', 'not reached']);
  expect(isOpen(mock, log)).toBe(true);
  expect(isOpen(mock, [graded])).toBe(false);
});

test('an answer to a card that this version lacks is not to be graded, and counts for nothing', () => {
  const gone = { ...mock.parts[1], items: ['breadth/gone', ...ids.slice(1)] };
  const renamed = { ...mock, parts: [mock.parts[0], gone] };
  const both = [{ ...answered(0, 'because'), card: 'breadth/gone' }, answered(1, 'maybe')];
  expect(answersOf(gone, both).map(({ state }) => state)).toEqual([
    'lacking',
    'to grade',
    'left out',
  ]);
  const last = { ...answered(1, 'maybe'), done: at(80) - START, self: 1 };
  expect(isOpen(renamed, both)).toBe(true);
  expect(isOpen(renamed, [both[0], last])).toBe(false);
  expect(scoreOf(gone, [both[0], last])).toBe(0.5);
  expect(reportOf(renamed, { ...facts, log: both })).toContain(
    'Title of breadth/gone\n\nAnswered, and not graded: this version does not have the card.',
  );
  const alone = { ...gone, items: ['breadth/gone'] };
  expect(weakestOf({ ...mock, parts: [mock.parts[0], alone] }, both)?.kind).toBe('coding');
});

test('what was missed is critical points that were not made, and critical traps that one fell into', () => {
  expect(missedOf(card, { ...graded, traps: ['t'] })).toEqual(['<p>Missed</p>', '<p>Trap</p>']);
  expect(missedOf(card, { ...graded, early: true })).toEqual([]);
});

test('what was not reached counts as nothing, so that the part that needs most is found', () => {
  expect(mock.parts.map(part => scoreOf(part, log))).toEqual([0.75, 0.125, 0]);
  expect(weakestOf(mock, log)?.kind).toBe('design');
});

test('the report tells the verdict of the machine from self-assessment, and what was not reached', () => {
  const report = reportOf(mock, facts);
  expect(report).toContain('31 January, Language, middle, 31:00 of 60 minutes');
  expect(report).toContain('Depth is left out: the others fill the time.');
  expect(report).toContain(
    'Time: 23:00 of 21 minutes.\n\n### Title of code/k-means\n\nMachine verdict: **Not yet, 3 of 4 checks pass, after the time was up.**',
  );
  expect(report).toContain('Self-assessment: **Again, score 0.50, 70 % sure, in 02:00**');
  expect(report).toContain('Critical points missed:\n\n- Missed\n\n> because');
  expect(report).toContain('Next time I will say why');
  expect(report).toContain('Title of breadth/pooling-equivariance\n\nAnswered, not graded yet.');
  expect(report).toContain('Title of breadth/word-embeddings\n\nLeft out, and not graded.');
  expect(report).toContain('## Design\n\nNot reached, and not graded. 25 minutes were planned.');
  // A learner's own words do not end the report's structure.
  expect(report).toContain('> Sleep.\n> # Not a heading');
  expect(report).toContain('```ts\nf``()\n```');
});

test('readiness knows of an exercise in a mock that it was against the clock, and how long it took', () => {
  const none = { stories: [], pitches: [] };
  const triesOf = (minute: number, mocks: readonly Mock[]) => {
    const run = { slug: 'k-means', at: at(minute), kind: 'missed' as const, passed: 3, total: 4 };
    const stored = { attempts: [run], interviews: [], rehearsals: [graded], mocks, ...none };
    return gather(stored, exercises, cards, null).get('code/k-means')?.tries;
  };
  expect(triesOf(20, [mock])).toMatchObject([{ timed: true, minutes: 23 }]);
  // It had 21 minutes.
  expect(triesOf(22, [mock])).toMatchObject([{ timed: false, minutes: 23 }]);
  expect(triesOf(20, [])).toMatchObject([{ timed: false, minutes: null }]);
});
