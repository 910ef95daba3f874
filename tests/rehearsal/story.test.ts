import { describe, expect, test } from 'vitest';
import types from '../../exercises/rehearsal/types.json';
import { criteriaOf } from '../../src/catalog/card';
import { inMarkdown } from '../../src/rehearsal/paper';
import { goesOf, withGo, wordsOf } from '../../src/rehearsal/script';
import { GOES } from '../../src/rehearsal/spoken';
import {
  coverageOf,
  freshStory,
  isStoryBlank,
  openIn,
  PARTS_OF_STORY,
  STORY_SECONDS,
  type Story,
  sourcedIn,
  storyFrom,
  storyOnPaper,
} from '../../src/rehearsal/story';

const parts = {
  situation: 'Peak season came near.',
  task: 'I owned the queue.',
  actions: 'I asked, and I tested.',
  result: '9 % more found at 2000 checks.',
  reflection: 'I write the rule down first.',
};
const story: Story = { ...freshStory(7), title: 'The queue', parts };

describe('a story', () => {
  test('has the parts and the shares that behavioural cards are graded by', () => {
    expect(PARTS_OF_STORY.map(({ label }) => label)).toEqual(criteriaOf('behavioural'));
    expect(
      Object.fromEntries(
        PARTS_OF_STORY.map(({ label, seconds }) => [label, (seconds / STORY_SECONDS) * 100]),
      ),
    ).toEqual(types.behavioural.criteria);
  });

  test('asks for the source of each number of its result, and keeps one whose number was changed', () => {
    expect(sourcedIn(story)).toEqual([
      { number: '9 %', source: '', gone: false },
      { number: '2000', source: '', gone: false },
    ]);
    const sources = { '9 %': 'weekly report', '8 %': 'a guess' };
    expect(sourcedIn({ ...story, sources })).toEqual([
      { number: '9 %', source: 'weekly report', gone: false },
      { number: '2000', source: '', gone: false },
      { number: '8 %', source: 'a guess', gone: true },
    ]);
  });

  test('tells what is open in it: empty parts, and numbers without a source', () => {
    expect(openIn(freshStory(1)).empty).toHaveLength(5);
    expect(openIn(story).unsourced).toEqual(['9 %', '2000']);
    const whole = { ...story, sources: { '9 %': 'report', '2000': 'capacity plan' } };
    expect(openIn(whole)).toEqual({ empty: [], unsourced: [], withoutNumber: false });
    const vague = { ...whole, parts: { ...parts, result: 'It worked out.' } };
    expect(openIn(vague).withoutNumber).toBe(true);
    expect([freshStory(1), story].map(isStoryBlank)).toEqual([true, false]);
  });

  test('answers the cards that it is marked for', () => {
    const marked = { ...story, cards: ['behavioural/conflict', 'behavioural/gone'] };
    const coverage = coverageOf(
      [story, marked],
      [{ id: 'behavioural/conflict' }, { id: 'behavioural/influence' }],
    );
    expect([...coverage]).toEqual([
      ['behavioural/conflict', [marked]],
      ['behavioural/influence', []],
    ]);
  });

  test('is read as Markdown, a number without a source as such', () => {
    const marked = { ...story, cards: ['x/y'], sources: { '9 %': 'report' } };
    const text = inMarkdown([storyOnPaper(marked, () => 'A conflict')]);
    expect(text).toMatch(/^# The queue\n\n## Situation\n\nPeak season came near\.\n\n## Task/);
    expect(text).toContain(
      '## Where the numbers are from\n\n- 9 %: report\n- 2000: no source yet\n\n## What it answers\n\n- A conflict\n',
    );
    expect(inMarkdown([storyOnPaper(freshStory(1), String)])).toContain('(nothing yet)');
  });

  test('keeps the latest rehearsals, and of two copies those of both', () => {
    const go = (at: number) => ({ at, seconds: [1, 2, 3, 4, 5] });
    let told = story;
    for (let at = 1; at <= GOES + 5; at += 1) told = withGo(told, go(at));
    expect(told.goes).toHaveLength(GOES);
    expect(told.goes.at(-1)).toEqual(go(GOES + 5));
    const [a, b] = [withGo(story, go(3)), withGo(withGo(story, go(2)), go(3))];
    expect(goesOf(a, b)).toEqual([go(2), go(3)]);
  });

  test('is the same whatever order its fields have, and when it was stored', () => {
    const { cards, ...rest } = story;
    expect(wordsOf({ cards, ...rest, revision: 9, savedAt: 9 } as Story)).toBe(wordsOf(story));
    expect(wordsOf({ ...story, title: 'x' })).not.toBe(wordsOf(story));
  });

  test.each([
    null,
    7,
    [],
    { title: 4, parts: null, sources: { '<b>': 'x', '9 %': 3 }, cards: [1], goes: [{ at: '' }] },
    JSON.parse('{"__proto__": {"title": "x"}, "parts": {"__proto__": {"task": "x"}}}'),
  ])('from a copy that holds anything has its form: %j', value => {
    expect(storyFrom(value, 7)).toEqual(freshStory(7));
  });

  test('from a copy of one is that one', () => {
    const marked = { ...story, sources: { '9 %': 'report' }, cards: ['a/b'] };
    expect(storyFrom(JSON.parse(JSON.stringify(marked)), 7)).toEqual(marked);
  });
});
