import { firstAnswer, type Interview, lastRun } from '../../progress/interview';
import { CRITERIA, clock, followUpId, MARK_WORDS, timeLine, verdictOf } from './words';

/** What the report needs beyond the interview itself. */
export interface Facts {
  /** Of the exercise. */
  readonly title: string;
  /** When it was, in words. */
  readonly date: string;
  /** The follow-up questions, as plain text. */
  readonly followUps: readonly string[];
}

/** One interview as Markdown, to be kept outside of the app. */
export function reportOf(interview: Interview, { title, date, followUps }: Facts): string {
  const { minutes, paper, hidden, text, pad, marks, remark } = interview;
  const first = firstAnswer(interview);
  const run = lastRun(interview);
  const terms = [
    date,
    `${minutes} minutes`,
    ...(paper ? ['on paper first'] : []),
    ...(hidden.length > 0 ? [`without ${new Intl.ListFormat('en').format(hidden)}`] : []),
  ];
  const markOf = (id: string) => (marks[id] ? MARK_WORDS[marks[id]] : '–');
  const sections: [string, string][] = [
    ['Verdict', verdictLines(interview)],
    [
      'Time line',
      timeLine(interview)
        .map(({ at, say }) => `- ${clock(at)} ${say}`)
        .join('\n'),
    ],
    ['Questions and assumptions', quoted(pad)],
    [run || first ? 'Last text' : 'Text, not committed to', fenced(text)],
    ['First answer', first && first.text !== text ? fenced(first.text) : ''],
    [
      'Follow-up questions',
      followUps.map((say, i) => `- ${say} **${markOf(followUpId(i + 1))}**`).join('\n'),
    ],
    ['How it went', CRITERIA.map(({ id, say }) => `- ${say} **${markOf(id)}**`).join('\n')],
    ['To work on next', quoted(remark)],
  ];
  const body = sections.filter(([, content]) => content !== '');
  return [
    `# Interview: ${title}`,
    terms.join(', '),
    ...body.map(([name, content]) => `## ${name}\n\n${content}`),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function verdictLines(interview: Interview): string {
  const { minutes } = interview;
  const run = lastRun(interview);
  const first = firstAnswer(interview);
  const late = run && run.at > minutes * 60_000 ? ', after the time was up' : '';
  return [
    run ? `**${verdictOf(run)}**, at ${clock(run.at)}${late}.` : 'Nothing was run.',
    ...(run?.diagnosis ? [`> ${run.diagnosis.replaceAll('\n', '\n> ')}`] : []),
    first ? `First answer at ${clock(first.at)}.` : 'No answer was committed to.',
  ].join('\n\n');
}

/** A learner's own words: nothing in them can end the report's structure. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' ? '' : trimmed.replace(/^/gm, '> ');
}

/** A text between fences that are longer than any in it. */
export function fenced(text: string): string {
  if (text.trim() === '') return '';
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}ts\n${text.replace(/\n+$/, '')}\n${fence}`;
}
