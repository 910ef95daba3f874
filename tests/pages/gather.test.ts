import { describe, expect, test } from 'vitest';
import { gather, type Stored, storedUntil } from '../../src/pages/plan/gather';
import { addDays, startOf } from '../../src/planning/days';
import { isDone, logUntil } from '../../src/planning/evidence';
import { costOf, PITCH } from '../../src/planning/order';
import { planFor } from '../../src/planning/plan';
import { readinessOf } from '../../src/planning/readiness';
import { freshPitch } from '../../src/rehearsal/pitch';
import { freshStory, type Story } from '../../src/rehearsal/story';
import { cards, exercises, FIVE_WEEKS, itemsOf, TODAY } from '../planning/few';

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
