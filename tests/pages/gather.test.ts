import { describe, expect, test } from 'vitest';
import { gather, heldIn, type Stored, storedUntil } from '../../src/pages/plan/gather';
import { addDays, startOf } from '../../src/planning/days';
import { isDone, logUntil, qualityOf } from '../../src/planning/evidence';
import { costOf, PITCH } from '../../src/planning/order';
import { planFor } from '../../src/planning/plan';
import { readinessOf } from '../../src/planning/readiness';
import { begin, type Interview } from '../../src/progress/interview';
import { beginMock, beginPart, endMock, endPart } from '../../src/progress/mock';
import { GOOD } from '../../src/rehearsal/attempt';
import { freshPitch } from '../../src/rehearsal/pitch';
import { freshStory, type Story } from '../../src/rehearsal/story';
import { cards, exercises, FIVE_WEEKS, itemsOf, TODAY } from '../planning/few';
import { over } from '../rehearsal/log';

const HOUR = 3_600_000; // ms
const AT = startOf(TODAY) + 9 * HOUR;
const NOTHING: Stored = {
  ...{ attempts: [], interviews: [], rehearsals: [], mocks: [], stories: [], pitches: [] },
};
const known = (stored: Partial<Stored>) =>
  gather({ ...NOTHING, ...stored }, exercises, cards, null);
const items = itemsOf(FIVE_WEEKS);
const itemOf = (id: string) => items.find(item => item.id === id) as (typeof items)[number];

describe('a story or a pitch that is written', () => {
  const CONFLICT = 'behavioural/conflict';
  const whole: Story = {
    ...freshStory(AT),
    parts: {
      situation: 'A launch in two weeks.',
      task: 'I was to choose the model.',
      actions: 'I measured both.',
      result: '12 % fewer complaints.',
      reflection: 'Ask earlier.',
    },
    sources: { '12 %': 'the report of May' },
    cards: [CONFLICT],
  };

  test('takes the writing off its item, which stays to be told and shows nothing yet', () => {
    const [before, after] = [known({}), known({ stories: [whole] })];
    const item = itemOf(CONFLICT);
    expect(costOf(item, before) - costOf(item, after)).toBe(10);
    expect(isDone(item, after)).toBe(false);
    const readiness = readinessOf(items, after, 'behavioural', TODAY, TODAY);
    expect(readiness).toMatchObject({ coverage: 0, n: 0, whole: 0 });
    const tasks = planFor(items, FIVE_WEEKS, after, TODAY).days.flatMap(({ tasks }) => tasks);
    const written = tasks.filter(task => task.what === 'story' && task.written);
    expect(written).toMatchObject([{ item: { id: CONFLICT } }]);
  });

  test('counts only while nothing of it is open, and for the cards that it answers', () => {
    for (const change of [
      { parts: { ...whole.parts, reflection: ' ' } },
      { parts: { ...whole.parts, result: 'Fewer complaints.' } },
      { sources: {} },
      { cards: [] },
    ])
      expect(known({ stories: [{ ...whole, ...change }] }).has(CONFLICT)).toBe(false);
  });

  test('a pitch counts for the project by its middle length and its baseline', () => {
    const texts = {
      ...{ problem: 'Who.', data: 'What.', approach: 'How.', result: 'Less.', impact: 'Shipped.' },
      ...{ lesson: 'Failed.', 'hand-over': 'Next.' },
    };
    const fresh = freshPitch(AT);
    const pitch = { ...fresh, texts: { ...fresh.texts, 150: texts }, metric: 'AUC 0.8' };
    expect(known({ pitches: [pitch] }).size).toBe(0);
    const log = known({ pitches: [{ ...pitch, baseline: '0.7' }] });
    expect([...log.keys()]).toEqual([PITCH]);
    expect(isDone(itemOf(PITCH), log)).toBe(false);
  });

  test('counts from the day of its last change on', () => {
    const stored = { ...NOTHING, stories: [whole] };
    expect(storedUntil(stored, AT - 1).stories).toEqual([]);
    const log = known(stored);
    expect(log.get(CONFLICT)?.written).toBe(TODAY);
    expect(logUntil(log, addDays(TODAY, -1)).size).toBe(0);
    expect(logUntil(log, TODAY).get(CONFLICT)?.written).toBe(TODAY);
  });
});

describe('an exercise that was written with help', () => {
  const SLUG = 'knn';
  const run = (hours: number, own: Partial<Stored['attempts'][number]> = {}) => ({
    ...{ slug: SLUG, at: AT + hours * HOUR, kind: 'passed' as const, passed: 9, total: 9 },
    ...own,
  });
  const missed = { kind: 'missed' as const, passed: 3 };
  const triesOf = (...attempts: Stored['attempts']) => {
    const evidence = known({ attempts }).get(`code/${SLUG}`);
    if (!evidence) throw new Error('nothing is known of it');
    return { tries: evidence.tries, quality: qualityOf(evidence) };
  };

  test('counts 0.7 with hints, by those that were open when it passed', () => {
    expect(triesOf(run(0, missed), run(1, { hints: 2 }), run(2, { hints: 3 }))).toMatchObject({
      tries: [{ passed: true, hints: 2 }],
      quality: 0.7,
    });
    expect(triesOf(run(0), run(1, { hints: 1 })).quality).toBe(1);
  });

  test('counts 0.4 after the reference, and in full when it is written alone two days later', () => {
    const revealed = AT + HOUR;
    const copied = [run(0, missed), run(2, { revealed })];
    expect(triesOf(...copied)).toMatchObject({
      tries: [{ passed: false }, { revealed: true, day: TODAY }, { passed: true }],
      quality: 0.4,
    });
    expect(triesOf(...copied, run(26, { revealed })).quality).toBe(0.4);
    expect(triesOf(...copied, run(50)).quality).toBe(1);
    expect(triesOf(run(0), run(2, { revealed })).quality).toBe(1);
  });

  test('was not passed at first sight once the reference was seen', () => {
    const code = items.filter(({ id }) => id === `code/${SLUG}`);
    const firsts = (...attempts: Stored['attempts']) =>
      readinessOf(code, known({ attempts }), 'coding', TODAY, TODAY).firstTry;
    expect(firsts(run(0))).toMatchObject({ passed: 1, of: 1 });
    expect(firsts(run(0, { hints: 1 }))).toMatchObject({ passed: 0, of: 1 });
    expect(firsts(run(0, { revealed: AT - HOUR }))).toMatchObject({ of: 0 });
  });
});

describe('against the clock', () => {
  const SLUG = 'knn';
  const MINUTE = 60_000; // ms
  const late = startOf(TODAY) + 23.8 * HOUR;
  const interview: Interview = {
    ...begin({ slug: SLUG, minutes: 25, hidden: [], paper: false }, late),
    ...{ ended: 70 * MINUTE, seen: 70 * MINUTE },
  };
  const runAfter = (minutes: number) => ({
    ...{ slug: SLUG, at: late + minutes * MINUTE, kind: 'missed' as const, passed: 1, total: 9 },
  });
  const timed = (...minutes: number[]) =>
    known({ interviews: [interview], attempts: minutes.map(runAfter) })
      .get(`code/${SLUG}`)
      ?.tries.map(one => one.timed);

  test('is what was run before the time was up, past midnight too', () => {
    expect(timed(20)).toEqual([true]);
    expect(timed(60)).toEqual([false]);
    expect(timed(20, 60)).toEqual([true]);
    expect(timed(-30)).toEqual([false]);
  });

  test('a card that was left open over night takes three times its minutes at most', () => {
    const [card] = cards;
    const overnight = { ...over(card.id, AT, GOOD), committed: 9 * HOUR };
    const [attempt] = known({ rehearsals: [overnight] }).get(card.id)?.tries ?? [];
    expect(attempt.minutes).toBe(3 * card.minutes);
    expect(attempt.timed).toBe(false);
  });
});

describe('mocks that were held', () => {
  const terms = { role: 'generalist', level: 'mid', minutes: 45 } as const;
  const part = (kind: 'breadth' | 'design') => ({ kind, minutes: 20, items: [`${kind}/a`] });
  const mock = (...kinds: ('breadth' | 'design')[]) =>
    beginMock({ ...terms, kinds }, { parts: kinds.map(part), leftOut: [] }, 1, AT);

  test('are those that are over, by the parts that were begun', () => {
    const stored = (...mocks: Stored['mocks']) => heldIn({ ...NOTHING, mocks });
    const [one, two] = [mock('breadth'), mock('breadth', 'design')];
    expect(stored(one)).toEqual([]);
    expect(stored(endPart(one, AT + HOUR))).toEqual([{ day: TODAY, round: 'breadth' }]);
    const both = endPart(beginPart(endPart(two, AT + 1), AT + 2), AT + 3);
    expect(stored(both)).toEqual([{ day: TODAY, round: 'mixed' }]);
    expect(stored(endMock(endPart(two, AT + 1), AT + 2))).toMatchObject([{ round: 'breadth' }]);
    expect(stored({ ...both, purpose: 'diagnostic' })).toEqual([]);
  });

  test('count an exercise against the clock, and a day of telling stories', () => {
    const interview = begin({ slug: 'knn', minutes: 25, hidden: [], paper: false }, AT);
    const go = { at: AT, seconds: [90] };
    const stories = [{ ...freshStory(AT), goes: [go, { ...go, at: AT + HOUR }] }];
    const pitched = { at: AT + 24 * HOUR, seconds: [60], length: 150 as const };
    const pitches = [{ ...freshPitch(AT), goes: [pitched] }];
    expect(
      heldIn({
        ...{ ...NOTHING, stories, interviews: [interview, { ...interview, ended: 1 }] },
        pitches,
      }),
    ).toEqual([
      { day: TODAY, round: 'coding' },
      { day: TODAY, round: 'behavioural' },
      { day: addDays(TODAY, 1), round: 'behavioural' },
    ]);
  });
});
