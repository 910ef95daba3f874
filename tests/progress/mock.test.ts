import { expect, test } from 'vitest';
import { end } from '../../src/progress/interview';
import {
  beginCard,
  beginMock,
  beginPart,
  changeSitting,
  elapsed,
  endMock,
  endPart,
  partNext,
  partOn,
  resolve,
  see,
  sittingsOf,
  timeOf,
} from '../../src/progress/mock';

const MINUTE = 60_000;
const START = 1_000_000;
const parts = [
  { kind: 'coding', minutes: 21, items: ['code/k-means'] },
  { kind: 'breadth', minutes: 9, items: ['breadth/p-value', 'breadth/pooling-equivariance'] },
  { kind: 'design', minutes: 25, items: ['design/payment-fraud'] },
] as const;
const terms = { role: 'generalist', level: 'mid', minutes: 60 } as const;
const mock = beginMock(
  { ...terms, kinds: ['coding', 'breadth', 'design'] },
  { parts, leftOut: [] },
  ...[7, START],
);
const at = (minutes: number) => START + minutes * MINUTE;
const written = { text: 'code', pad: 'why' };
/** With the exercise over after so many minutes. */
const coded = (minutes: number) =>
  changeSitting(mock, it => end(it, written, at(minutes)), at(minutes));

test('a mock begins with its first part, whose exercise has the clock of the part', () => {
  expect(partOn(mock)).toBe(0);
  expect(mock.parts[0].sitting).toMatchObject({ slug: 'k-means', minutes: 21, began: START });
  expect(mock.parts[1]).toMatchObject({ began: null, sitting: null, rehearsals: [] });
});

test('a part ends with its exercise, and the next one begins when it is asked for', () => {
  const between = coded(20);
  expect(between.parts[0].ended).toBe(20 * MINUTE);
  expect([partOn(between), partNext(between)]).toEqual([-1, 1]);
  const second = beginPart(between, at(21));
  expect([partOn(second), second.parts[1].began]).toEqual([1, 21 * MINUTE]);
  expect(beginPart(second, at(22))).toBe(second);
  expect(sittingsOf([second])).toMatchObject([{ text: 'code', ended: 20 * MINUTE }]);
});

test('cards are taken down in their order, each once, and none beyond those of the part', () => {
  let it = beginPart(coded(20), at(21));
  for (const [place, rehearsal] of [
    ...[
      [0, 1],
      [0, 9],
      [1, 2],
      [2, 3],
    ],
  ])
    it = beginCard(it, place, rehearsal, at(22));
  expect(it.parts[1].rehearsals).toEqual([1, 2]);
});

test('with its last part it is over, and nothing of it begins or ends after that', () => {
  let it = beginPart(coded(20), at(20));
  it = beginPart(endPart(it, at(30)), at(31));
  it = endPart(it, at(55));
  expect(it.ended).toBe(55 * MINUTE);
  for (const more of [beginPart, endPart, endMock, see]) expect(more(it, at(60))).toBe(it);
  expect(elapsed(it, at(90))).toBe(55 * MINUTE);
  expect(resolve(it, 'sleep')).toMatchObject({ next: 'sleep', revision: it.revision + 1 });
});

test('ended early, the parts that were not reached stay as they were', () => {
  expect(endMock(mock, at(5))).toBe(mock);
  const early = endMock(coded(20), at(22));
  expect(early.ended).toBe(22 * MINUTE);
  expect(early.parts.map(part => timeOf(early, part, at(40)))).toEqual([20 * MINUTE, null, null]);
});

test('a clock that is set back gives no time back', () => {
  const seen = see(mock, at(10));
  expect(elapsed(seen, at(3))).toBe(10 * MINUTE);
  expect(timeOf(seen, seen.parts[0], at(3))).toBe(10 * MINUTE);
  expect(coded(20).revision).toBeGreaterThan(mock.revision);
});
