import { type Block, NOTHING_YET, type Paper } from './paper';
import { type Part, recordFrom, type Script, scriptFrom, textsFrom } from './script';
import { numbersIn } from './spoken';

export const STORY_PARTS = ['situation', 'task', 'actions', 'result', 'reflection'] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

/** How long a story takes to tell, in seconds. */
export const STORY_SECONDS = 180;

/** The parts with their shares of the time, which are the weights that behavioural cards are graded by. */
export const PARTS_OF_STORY: readonly Part<StoryPart>[] = [
  part('situation', 'Situation', 0.1, 'Where and when, what was at stake. A number helps.'),
  part('task', 'Task', 0.1, 'What you were responsible for, and what not.'),
  part('actions', 'Own actions', 0.4, 'What you yourself asked, decided, built and tested.'),
  part('result', 'Measured result', 0.25, 'What changed, in numbers, against what it was before.'),
  part('reflection', 'Reflection', 0.15, 'What you misjudged, and the habit that you kept.'),
];

function part(name: StoryPart, label: string, share: number, ask: string): Part<StoryPart> {
  return { name, label, ask, seconds: share * STORY_SECONDS };
}

/** Something true that happened to oneself, ready to be told. */
export interface Story extends Script {
  readonly parts: Readonly<Record<StoryPart, string>>;
  /** Where each number of the result is known from, by the number as it is written. */
  readonly sources: Readonly<Record<string, string>>;
  /** Ids of the behavioural cards that it answers. */
  readonly cards: readonly string[];
}

/** A story with nothing in it yet. */
export function freshStory(id: number): Story {
  return {
    ...{ id, revision: 0, savedAt: id, title: '', goes: [] },
    parts: { situation: '', task: '', actions: '', result: '', reflection: '' },
    sources: {},
    cards: [],
  };
}

/** A number of the result, and where it is known from. */
export interface Sourced {
  readonly number: string;
  /** Empty where there is none yet. */
  readonly source: string;
  /** It has a source and stands in the result no more. */
  readonly gone: boolean;
}

/** The numbers of the result with their sources; sources whose number was changed come last. */
export function sourcedIn({ parts, sources }: Story): Sourced[] {
  const present = numbersIn(parts.result);
  const of = (number: string) => (Object.hasOwn(sources, number) ? sources[number] : '');
  const gone = Object.keys(sources).filter(number => !present.includes(number) && of(number));
  return [
    ...present.map(number => ({ number, source: of(number), gone: false })),
    ...gone.map(number => ({ number, source: of(number), gone: true })),
  ];
}

/** What of a story is still open, as facts. */
export interface Open {
  /** Labels of parts in which nothing stands. */
  readonly empty: readonly string[];
  /** Numbers of the result without a source. */
  readonly unsourced: readonly string[];
  readonly withoutNumber: boolean;
}

export function openIn(story: Story): Open {
  const numbers = sourcedIn(story).filter(({ gone }) => !gone);
  return {
    empty: PARTS_OF_STORY.filter(({ name }) => !story.parts[name].trim()).map(p => p.label),
    unsourced: numbers.filter(({ source }) => !source.trim()).map(({ number }) => number),
    withoutNumber: story.parts.result.trim() !== '' && numbers.length === 0,
  };
}

/** Whether nothing is open in it: every part is written, with a number, and where that is known from. */
export function isStoryWhole(story: Story): boolean {
  const { empty, unsourced, withoutNumber } = openIn(story);
  return empty.length === 0 && unsourced.length === 0 && !withoutNumber;
}

/** Whether nothing was ever written into it. */
export function isStoryBlank({ title, parts }: Story): boolean {
  return ![title, ...Object.values(parts)].some(text => text.trim());
}

/** The stories that answer each of the cards, by its id. */
export function coverageOf(
  stories: readonly Story[],
  cards: readonly { readonly id: string }[],
): Map<string, Story[]> {
  return new Map(cards.map(({ id }) => [id, stories.filter(story => story.cards.includes(id))]));
}

/** A story to be read elsewhere. */
export function storyOnPaper(story: Story, titleOf: (card: string) => string): Paper {
  const numbers = sourcedIn(story).filter(({ gone }) => !gone);
  const blocks: Block[] = PARTS_OF_STORY.map(({ name, label }) => ({
    level: 2,
    heading: label,
    text: story.parts[name].trim() || NOTHING_YET,
  }));
  if (numbers.length > 0) {
    const lines = numbers.map(
      ({ number, source }) => `- ${number}: ${source.trim() || 'no source yet'}`,
    );
    blocks.push({ level: 2, heading: 'Where the numbers are from', text: lines.join('\n') });
  }
  if (story.cards.length > 0) {
    const titles = story.cards.map(card => `- ${titleOf(card)}`);
    blocks.push({ level: 2, heading: 'What it answers', text: titles.join('\n') });
  }
  return { title: story.title.trim() || UNTITLED_STORY, blocks };
}

export const UNTITLED_STORY = 'A story without a title';

/** A story from a text that somebody else may have written; what it does not have is empty. */
export function storyFrom(value: unknown, id: number): Story {
  const fresh = freshStory(id);
  const record = recordFrom(value);
  return {
    ...scriptFrom(record, fresh),
    parts: textsFrom(record.parts, fresh.parts),
    sources: Object.fromEntries(
      Object.entries(recordFrom(record.sources)).flatMap(([number, source]) =>
        typeof source === 'string' && /^\d/.test(number) ? [[number, source]] : [],
      ),
    ),
    cards: Array.isArray(record.cards) ? record.cards.filter(card => typeof card === 'string') : [],
  };
}
