import type { Card } from '../../catalog/card';
import { type Interview, lastRun } from '../../progress/interview';
import { type Mock, type Part, timeOf } from '../../progress/mock';
import type { Rehearsal } from '../../rehearsal/attempt';
import { answerText } from '../../rehearsal/attempt';
import { fenced, quoted } from '../interview/report';
import { CRITERIA, clock, MARK_WORDS, verdictOf } from '../interview/words';
import { LEVEL_WORDS, ROUND_WORDS } from '../plan/words';
import { RATING_WORDS } from '../rehearse/words';
import { type Answer, answersOf, missedOf } from './outcome';
import { leftOutOf } from './words';

/** What the report needs beyond the mock itself. */
export interface Facts {
  /** When it was, in words. */
  readonly date: string;
  /** The role, in words. */
  readonly role: string;
  readonly log: readonly Rehearsal[];
  readonly cards: ReadonlyMap<string, Card>;
  /** The title of an exercise or a card by its id in the mock. */
  titleOf(id: string): string;
  /** The words of our own HTML. */
  plain(html: string): string;
  /** What to do next, in a sentence; null where it is not known yet. */
  readonly next: string | null;
}

/** One mock interview as Markdown, to be kept outside of the app. */
export function reportOf(mock: Mock, facts: Facts): string {
  const { parts, minutes, ended, level, leftOut } = mock;
  const sections = parts.map(part => {
    const body =
      part.kind === 'coding'
        ? coding(part, facts)
        : spoken(part, answersOf(part, facts.log), facts);
    return [`## ${ROUND_WORDS[part.kind]}`, timeInWords(mock, part), ...body].join('\n\n');
  });
  const whole = ended === null ? 'not over' : `${clock(ended)} of ${minutes} minutes`;
  const todo = [quoted(mock.next), facts.next ?? ''].filter(text => text !== '');
  return [
    '# Mock interview',
    `${facts.date}, ${facts.role}, ${LEVEL_WORDS[level].toLowerCase()}, ${whole}`,
    'The verdict on the exercise is the machine’s. Every score of a spoken answer is self-assessment.',
    ...leftOut.map(left => leftOutOf(left, ROUND_WORDS)),
    ...sections,
    ...(todo.length > 0 ? ['## What I will do next', ...todo] : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/** @example 'Time: 20:11 of 21 minutes.' */
export function timeInWords(mock: Mock, part: Part): string {
  const used = timeOf(mock, part, mock.began);
  return used === null
    ? `Not reached, and not graded. ${part.minutes} minutes were planned.`
    : `Time: ${clock(used)} of ${part.minutes} minutes.`;
}

function coding({ items, sitting }: Part, { titleOf }: Facts): string[] {
  if (!sitting) return [];
  const marked = CRITERIA.filter(({ id }) => sitting.marks[id]);
  return [
    `### ${titleOf(items[0])}`,
    `Machine verdict: **${verdictInWords(sitting)}**`,
    ...(marked.length > 0
      ? [
          'Self-assessment:',
          marked.map(({ id, say }) => `- ${say} **${MARK_WORDS[sitting.marks[id]]}**`).join('\n'),
        ]
      : []),
    ...[quoted(sitting.pad), fenced(sitting.text)].filter(text => text !== ''),
  ];
}

/** The machine's verdict on an exercise. */
export function verdictInWords(sitting: Interview): string {
  const run = lastRun(sitting);
  if (!run) return 'Nothing was run.';
  return `${verdictOf(run)}${run.at > sitting.minutes * 60_000 ? ', after the time was up' : ''}.`;
}

function spoken(part: Part, answers: readonly Answer[], facts: Facts): string[] {
  if (part.began === null) return [];
  return answers.flatMap(({ id, state, rehearsal }) => {
    const lines = [`### ${facts.titleOf(id)}`];
    if (!rehearsal || state !== 'graded') return [...lines, STATE_WORDS[state]];
    const card = facts.cards.get(id);
    const missed = card ? missedOf(card, rehearsal) : [];
    lines.push(`Self-assessment: **${gradeInWords(rehearsal)}**`);
    if (missed.length > 0)
      lines.push(
        'Critical points missed:',
        missed.map(html => `- ${facts.plain(html).trim()}`).join('\n'),
      );
    const own = quoted(answerText(rehearsal.sheet));
    if (own !== '') lines.push(own);
    if (rehearsal.note.trim() !== '') lines.push(`Next time I will ${rehearsal.note.trim()}`);
    return lines;
  });
}

export const STATE_WORDS: Record<Answer['state'], string> = {
  graded: 'Graded.',
  'to grade': 'Answered, not graded yet.',
  lacking: 'Answered, and not graded: this version does not have the card.',
  'under way': 'Begun, not committed to.',
  'left out': 'Left out, and not graded.',
  'not reached': 'Not reached, and not graded.',
};

/** @example 'Good, score 0.83, 70 % sure, in 01:12' */
export function gradeInWords({
  rating,
  self,
  confidence,
  committed,
  objective,
}: Rehearsal): string {
  return [
    rating === null ? 'not rated' : RATING_WORDS[rating],
    self !== null && `score ${self.toFixed(2)}`,
    confidence !== null && `${confidence} % sure`,
    committed !== null && `in ${clock(committed)}`,
    objective !== null && `the machine finds ${Math.round(objective * 100)} % of its numbers right`,
  ]
    .filter(part => part !== false)
    .join(', ');
}
