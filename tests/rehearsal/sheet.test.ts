import { describe, expect, test } from 'vitest';
import type { Card, CardSummary } from '../../src/catalog/card';
import { AGAIN, GOOD, type Rehearsal } from '../../src/rehearsal/attempt';
import {
  cheatSheet,
  countOf,
  type JudgedRun,
  type Narrowed,
  type Sources,
  sheetAsMarkdown,
} from '../../src/rehearsal/sheet';
import { DAY, NOON, over, summary } from './log';

type Area = 'breadth' | 'design' | 'coding';
const ALL: Narrowed<Area> = { area: null, days: null, critical: false };

const point = (id: string, critical = false) => ({ id, text: `<i>${id}</i>`, critical });

function card(id: string, own: Partial<Card> = {}): Card {
  return {
    ...summary(id, own as Partial<CardSummary>),
    ...{ exercises: [], sources: [], prompt: '', reframings: [], followUps: [], ladder: [] },
    points: [point('first'), point('second', true)],
    traps: [point('trap', true), point('small trap')],
    checks: [{ id: 'sum', ask: 'One and one?', value: 2, tolerance: 0 }],
    ...{ answer: '', criteria: [] },
    ...own,
  };
}

const A = card('breadth/a');
const B = card('breadth/b');
const D = card('design/d');

function sources(log: readonly Rehearsal[], runs: readonly JudgedRun[] = []): Sources<Area> {
  return {
    log,
    runs,
    cards: [A, B, D],
    titleOf: slug => (slug === 'k-means' ? 'K-means' : undefined),
    areas: ['breadth', 'design', 'coding'],
    areaOf: ({ type }) => (type === 'design' ? 'design' : 'breadth'),
    code: 'coding',
  };
}

const made = (log: readonly Rehearsal[], narrowed: Partial<Narrowed<Area>> = {}) =>
  cheatSheet(sources(log), { ...ALL, ...narrowed }, NOON);
const both = { first: true, second: true };
const run = (at: number, own: Partial<JudgedRun> = {}): JudgedRun => ({
  ...{ slug: 'k-means', at, kind: 'missed', diagnosis: null, ...own },
});

describe('the points that were missed', () => {
  test('stand by area and card, the critical ones first', () => {
    const { self } = made([
      over(A.id, NOON - DAY, AGAIN, { points: { first: false, second: false } }),
      over(D.id, NOON, GOOD, { points: { first: false, second: true }, traps: ['small trap'] }),
    ]);
    expect(self.map(({ area }) => area)).toEqual(['breadth', 'design']);
    const [[a], [d]] = self.map(({ parts }) => parts);
    expect(a.missed.map(({ text }) => text)).toEqual(['<i>second</i>', '<i>first</i>']);
    expect(d.missed.map(({ what, critical }) => [what, critical])).toEqual([
      ['point', false],
      ['trap', false],
    ]);
  });

  test('a point that was ticked later is gone, and one that was missed later is there', () => {
    const log = [
      over(A.id, NOON - DAY, AGAIN, { points: { first: false, second: false } }),
      over(A.id, NOON, AGAIN, { points: { first: true, second: false } }),
      over(B.id, NOON - DAY, AGAIN, { points: { first: false, second: false } }),
      over(B.id, NOON, GOOD, { points: both }),
    ];
    const { self } = made(log);
    expect(self[0].parts.map(({ id }) => id)).toEqual([A.id]);
    expect(self[0].parts[0].missed.map(({ text }) => text)).toEqual(['<i>second</i>']);
    expect(made([...log].reverse())).toEqual(made(log));
  });

  test('neither a second grading nor an answer under way takes the place of the last answer', () => {
    const first = over(A.id, NOON - DAY, AGAIN, { points: { first: false, second: true } });
    const again = { ...over(A.id, NOON, GOOD, { points: both }), regrades: first.began };
    const underWay = { ...over(A.id, NOON, GOOD, { points: both }), done: null, rating: null };
    expect(countOf(made([first, again, underWay]).self)).toBe(1);
  });

  test('a card that was opened before an answer has all of them, and says so', () => {
    const [{ parts }] = made([over(A.id, NOON, AGAIN, { early: true, points: {} })]).self;
    expect(parts[0].early).toBe(true);
    expect(parts[0].missed).toHaveLength(2);
  });

  test('a card with something critical comes before one that is newer', () => {
    const [{ parts }] = made([
      over(A.id, NOON - DAY, AGAIN, { points: { first: true, second: false } }),
      over(B.id, NOON, GOOD, { points: { first: false, second: true } }),
    ]).self;
    expect(parts.map(({ id }) => id)).toEqual([A.id, B.id]);
  });

  test('a card that this version does not have is left out', () => {
    expect(made([over('breadth/gone', NOON, AGAIN)])).toEqual({ self: [], machine: [] });
  });

  test('what was meant to be done next time stands with its card, also where nothing was missed', () => {
    const [{ parts }] = made([over(A.id, NOON, GOOD, { points: both, note: ' draw it. ' })]).self;
    expect(parts).toMatchObject([{ id: A.id, missed: [], note: 'draw it.' }]);
    expect(made([over(A.id, NOON, GOOD, { points: both, note: ' ' })]).self).toEqual([]);
  });
});

describe('what the machine found', () => {
  test('wrong numbers stand apart from ticks, with the right value and what was typed', () => {
    const { self, machine } = made([
      over(A.id, NOON, AGAIN, { points: both, answers: { sum: { typed: '3', right: false } } }),
      over(B.id, NOON, AGAIN, { points: both, answers: { sum: { typed: '2', right: true } } }),
    ]);
    expect(self).toEqual([]);
    expect(machine[0].parts.map(({ id }) => id)).toEqual([A.id]);
    expect(machine[0].parts[0].missed).toEqual([
      { what: 'number', text: 'One and one?', critical: true, number: { typed: '3', right: 2 } },
    ]);
  });

  test('of an exercise it is what was named on its last day, each mistake once', () => {
    const runs = [
      run(NOON - 2 * DAY, { diagnosis: 'An old one.' }),
      run(NOON + 2, { diagnosis: 'Divide by the size.' }),
      run(NOON + 1, { diagnosis: 'Divide by the size.' }),
      run(NOON + 3, { diagnosis: 'The tie.' }),
      run(NOON, { slug: 'gone', diagnosis: 'Of an exercise that is no more.' }),
    ];
    const { machine } = cheatSheet(sources([], runs), ALL, NOON);
    expect(machine).toHaveLength(1);
    expect(machine[0]).toMatchObject({ area: 'coding', parts: [{ title: 'K-means' }] });
    const [part] = machine[0].parts;
    expect(part.missed.map(({ text }) => text)).toEqual(['Divide by the size.', 'The tie.']);
    expect(part.passed).toBe(false);
    const passed = [...runs, run(NOON + 4, { kind: 'passed' })];
    expect(cheatSheet(sources([], passed), ALL, NOON).machine[0].parts[0].passed).toBe(true);
    const laterDay = [...runs, run(NOON + DAY, { kind: 'passed' })];
    expect(cheatSheet(sources([], laterDay), ALL, NOON + DAY).machine).toEqual([]);
  });
});

describe('the sheet is narrowed', () => {
  const log = [
    over(A.id, NOON - 6 * DAY, AGAIN, { points: { first: false, second: false }, note: 'think' }),
    over(B.id, NOON - 7 * DAY, AGAIN, { points: { first: false, second: true }, note: 'draw' }),
    over(D.id, NOON - 40 * DAY, AGAIN, { points: { first: false, second: false } }),
  ];
  const ids = (narrowed: Partial<Narrowed<Area>>) =>
    made(log, narrowed).self.flatMap(({ parts }) => parts.map(({ id }) => id));

  test('by days, of which today is one', () => {
    expect(ids({ days: 7 })).toEqual([A.id]);
    expect(ids({ days: 30 })).toEqual([A.id, B.id]);
    expect(ids({})).toEqual([A.id, B.id, D.id]);
  });

  test('by area', () => {
    expect(ids({ area: 'design' })).toEqual([D.id]);
    expect(ids({ area: 'coding' })).toEqual([]);
  });

  test('to what is critical, and nobody is shown a card for its note alone', () => {
    const { self } = made(log, { critical: true });
    expect(countOf(self)).toBe(2);
    expect(self.flatMap(({ parts }) => parts.map(({ note }) => note))).toEqual(['think', '']);
  });
});

test('as Markdown the two kinds stand apart, and nothing typed can end a line or make a mark', () => {
  const sheet = cheatSheet(
    sources(
      [
        over(A.id, NOON, AGAIN, {
          points: { first: false, second: false },
          traps: ['trap'],
          note: 'say *why*\n# first',
          answers: { sum: { typed: '1*1', right: false } },
        }),
      ],
      [run(NOON, { diagnosis: 'Use `n`.' })],
    ),
    ALL,
    NOON,
  );
  expect(
    sheetAsMarkdown(sheet, '1 March 2027', {
      area: area => area.toUpperCase(),
      day: () => 'today',
      number: String,
      markdown: html => html.replace(/<\/?i>/g, '*'),
    }),
  ).toBe(`# Missed points

1 March 2027

## Self-assessed

Key points that you did not tick, and traps that you say you fell into. ★ fails the card.

### BREADTH

**a** (today)

- ★ *second*
- ★ Fell into: *trap*
- *first*
- Next time I will say \\*why\\* # first

## Found by the machine

Numbers that were not right, and mistakes that the grader named in your code. ★ each of them fails the card or the exercise.

### BREADTH

**a** (today)

- ★ One and one? It is 2; you typed 1\\*1.

### CODING

**K-means** (today)

- ★ Use \\\`n\\\`.
`);
});
