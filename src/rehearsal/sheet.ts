import type { Verdict } from '../../graders/verdict';
import type { Card } from '../catalog/card';
import { endOf, type Rehearsal } from './attempt';
import { daysLater, startOfDay } from './days';
import { answered } from './schedule';

/** A run of an exercise, with the mistake that the grader named. */
export interface JudgedRun {
  readonly slug: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: Verdict['kind'];
  readonly diagnosis: string | null;
}

/** Something that was missed, or wrong. */
export interface Missed {
  readonly what: 'point' | 'trap' | 'number' | 'mistake';
  /** HTML; of a mistake, the plain words of the grader. */
  readonly text: string;
  /** Enough to fail the card or the exercise by itself: so is each wrong number and each mistake. */
  readonly critical: boolean;
  /** Of a number: what was typed, empty where nothing was, and what is right. */
  readonly number?: { readonly typed: string; readonly right: number };
}

/** What was missed at the last attempt at a card or an exercise. */
export interface Part {
  /** `code/<slug>`, or the id of a card. */
  readonly id: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The critical ones first. */
  readonly missed: readonly Missed[];
  /** The model answer was opened before there was an own one. */
  readonly early: boolean;
  /** The code passed after the mistakes, on the same day. */
  readonly passed: boolean;
  /** Next time I will … */
  readonly note: string;
}

/** The parts of an area: those with something critical first, and of these the last first. */
export interface Group<A extends string> {
  readonly area: A;
  readonly parts: readonly Part[];
}

/** All that was missed: what was ticked by oneself, and what the machine found. */
export interface CheatSheet<A extends string> {
  readonly self: readonly Group<A>[];
  readonly machine: readonly Group<A>[];
}

/** What it is made from. */
export interface Sources<A extends string> {
  readonly log: readonly Rehearsal[];
  /** Those that were answered; what is stored of other cards is left out. */
  readonly cards: readonly Card[];
  readonly runs: readonly JudgedRun[];
  /** The title of an exercise; undefined for one that is no more. */
  readonly titleOf: (slug: string) => string | undefined;
  /** In their order. */
  readonly areas: readonly A[];
  readonly areaOf: (card: Card) => A;
  /** The area of exercises. */
  readonly code: A;
}

/** What of it is shown. */
export interface Narrowed<A extends string> {
  readonly area: A | null;
  /** Of so many days, today among them; null for all. */
  readonly days: number | null;
  readonly critical: boolean;
}

/** The last answer to each card, by its id. A grading once more is not another answer. */
export function lastAnswers(log: readonly Rehearsal[]): Map<string, Rehearsal> {
  return new Map(answered(log).map(one => [one.card, one]));
}

/**
 * What was missed at the last attempt at each card and each exercise. Whatever was made up for since is
 * gone: a later answer takes the place of an earlier one.
 * @param now milliseconds since 1970
 */
export function cheatSheet<A extends string>(
  { log, cards, runs, titleOf, areas, areaOf, code }: Sources<A>,
  { area, days, critical }: Narrowed<A>,
  now: number,
): CheatSheet<A> {
  const from = days === null ? Number.NEGATIVE_INFINITY : daysLater(now, 1 - days);
  const last = lastAnswers(log);
  const answers = cards.flatMap(card => {
    const rehearsal = last.get(card.id);
    return rehearsal ? [{ area: areaOf(card), ...partsOf(card, rehearsal) }] : [];
  });
  const mistakes = mistakesOf(runs, titleOf).map(part => ({ area: code, part }));
  const grouped = (parts: readonly { readonly area: A; readonly part: Part }[]): Group<A>[] =>
    areas
      .filter(one => area === null || one === area)
      .map(one => ({
        area: one,
        parts: parts
          .filter(({ area, part }) => area === one && part.at >= from)
          .map(({ part }) => (critical ? onlyCritical(part) : part))
          .filter(({ missed, note }) => missed.length > 0 || (note !== '' && !critical))
          .sort((a, b) => Number(isCritical(b)) - Number(isCritical(a)) || b.at - a.at),
      }))
      .filter(({ parts }) => parts.length > 0);
  return {
    self: grouped(answers.map(({ area, self }) => ({ area, part: self }))),
    machine: grouped([
      ...answers.map(({ area, machine }) => ({ area, part: machine })),
      ...mistakes,
    ]),
  };
}

/** How many things are named in a part of the sheet. */
export function countOf(groups: readonly Group<string>[]): number {
  return groups.flatMap(({ parts }) => parts).reduce((sum, { missed }) => sum + missed.length, 0);
}

const isCritical = ({ missed }: Part) => missed.some(({ critical }) => critical);
const onlyCritical = (part: Part): Part => ({
  ...part,
  missed: part.missed.filter(({ critical }) => critical),
});

/** What an answer left out by its author's own ticks, and the numbers that were not right. */
function partsOf(card: Card, rehearsal: Rehearsal): { self: Part; machine: Part } {
  const { points, traps, answers, early, note } = rehearsal;
  const part = { id: card.id, title: card.title, at: endOf(rehearsal), early, passed: false };
  const missed: Missed[] = [
    ...card.points
      .filter(({ id }) => !points[id])
      .map(({ text, critical }): Missed => ({ what: 'point', text, critical })),
    ...card.traps
      .filter(({ id }) => traps.includes(id))
      .map(({ text, critical }): Missed => ({ what: 'trap', text, critical })),
  ];
  const wrong = card.checks
    .filter(({ id }) => answers?.[id] && !answers[id].right)
    .map(
      ({ id, ask, value }): Missed => ({
        ...{ what: 'number', text: ask, critical: true },
        number: { typed: answers?.[id].typed ?? '', right: value },
      }),
    );
  return {
    self: {
      ...part,
      missed: [
        ...missed.filter(({ critical }) => critical),
        ...missed.filter(({ critical }) => !critical),
      ],
      note: note.trim(),
    },
    machine: { ...part, missed: wrong, note: '' },
  };
}

/** The mistakes that were named on the last day of each exercise, each once. */
function mistakesOf(
  runs: readonly JudgedRun[],
  titleOf: (slug: string) => string | undefined,
): Part[] {
  const bySlug = new Map<string, JudgedRun[]>();
  for (const run of [...runs].sort((a, b) => a.at - b.at))
    bySlug.set(run.slug, [...(bySlug.get(run.slug) ?? []), run]);
  return [...bySlug].flatMap(([slug, all]): Part[] => {
    const title = titleOf(slug);
    const { at, kind } = all[all.length - 1];
    const named = all
      .filter(run => startOfDay(run.at) === startOfDay(at))
      .flatMap(({ diagnosis }) => diagnosis ?? []);
    if (title === undefined || named.length === 0) return [];
    const missed = [...new Set(named)].map(
      (text): Missed => ({ what: 'mistake', text, critical: true }),
    );
    const passed = kind === 'passed';
    return [{ id: `code/${slug}`, title, at, missed, early: false, passed, note: '' }];
  });
}

/** How things are said in a text. */
export interface Words<A extends string> {
  readonly area: (area: A) => string;
  readonly day: (at: number) => string;
  readonly number: (value: number) => string;
  /** HTML of a card as Markdown. */
  readonly markdown: (html: string) => string;
}

/**
 * The sheet as Markdown, to be kept outside of the app.
 * @param scope what it was narrowed to, and when it was made, in words
 */
export function sheetAsMarkdown<A extends string>(
  { self, machine }: CheatSheet<A>,
  scope: string,
  { area, day, number, markdown }: Words<A>,
): string {
  const lineOf = (one: Missed): string => {
    const star = one.critical ? '★ ' : '';
    const text = one.what === 'mistake' ? plain(one.text) : markdown(one.text);
    if (one.what === 'trap') return `- ${star}Fell into: ${text}`;
    return `- ${star}${text}${one.number ? ` ${plain(numberInWords(one.number, number))}` : ''}`;
  };
  const partLines = (part: Part): string =>
    [
      `**${plain(part.title)}** (${[day(part.at), ...aboutPart(part)].join(', ')})`,
      '',
      ...part.missed.map(lineOf),
      ...(part.note ? [`- Next time I will ${plain(part.note)}`] : []),
    ].join('\n');
  const section = (name: string, say: string, groups: readonly Group<A>[]) =>
    groups.length === 0
      ? []
      : [
          `## ${name}`,
          say,
          ...groups.flatMap(group => [`### ${area(group.area)}`, ...group.parts.map(partLines)]),
        ];
  return `${[
    '# Missed points',
    scope,
    ...section(SELF.name, SELF.say, self),
    ...section(MACHINE.name, MACHINE.say, machine),
  ].join('\n\n')}\n`;
}

export const SELF = {
  name: 'Self-assessed',
  say: 'Key points that you did not tick, and traps that you say you fell into. ★ fails the card.',
} as const;
export const MACHINE = {
  name: 'Found by the machine',
  say: 'Numbers that were not right, and mistakes that the grader named in your code. ★ each of them fails the card or the exercise.',
} as const;

/** What there is to say of the attempt itself. */
export function aboutPart({ early, passed }: Part): string[] {
  return [...(early ? ['opened before an answer'] : []), ...(passed ? ['passed after it'] : [])];
}

/** What is right, and what stood in its place. */
export function numberInWords(
  { typed, right }: NonNullable<Missed['number']>,
  number: (value: number) => string,
): string {
  return `It is ${number(right)}; ${typed === '' ? 'left empty' : `you typed ${typed}`}.`;
}

/** A text in one line, nothing of which Markdown takes for its own. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_<[$]/g, '\\$&')
    .trim();
}
