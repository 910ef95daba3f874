import type { Call } from '../graders/observation';
import { printCall, printNumber, printValue } from '../graders/print';
import { printPath } from '../graders/value';
import { type Outcome, VERDICT_WORDS } from '../graders/verdict';
import type { Marked } from './grade-files';

const ROOM = 100;

const MARKS: Record<Outcome['state'], string> = {
  passed: '✓',
  missed: '✗',
  crashed: '✗',
  'timed-out': '✗',
  'not-run': '·',
};

/** A marked submission for a reader: the verdict, every check, the first failure in full. */
export function report(marked: Marked, colourful: boolean): string {
  const { file, slug, seed, verdict, learner, printed, ms } = marked;
  const paint = (code: number, text: string) =>
    colourful ? `\u001b[${code}m${text}\u001b[0m` : text;
  const green = (text: string) => paint(32, text);
  const red = (text: string) => paint(31, text);
  const faint = (text: string) => paint(2, text);

  const word = VERDICT_WORDS[verdict.kind];
  const lines = [
    `${verdict.kind === 'passed' ? green(word) : red(word)}  ${visible(file)}  ${faint(`${slug}, ${ms} ms`)}`,
  ];
  if (verdict.kind === 'not-compiled') {
    for (const { message, line, column } of verdict.problems) {
      const place = line === undefined ? '' : `line ${line}${column ? `:${column}` : ''}: `;
      lines.push(`  ${place}${visible(message)}`);
    }
  } else {
    const first = verdict.outcomes.find(({ state }) => state !== 'passed');
    for (const outcome of verdict.outcomes) {
      const mark = MARKS[outcome.state];
      const paintMark =
        outcome.state === 'passed' ? green : outcome.state === 'not-run' ? faint : red;
      lines.push(`  ${paintMark(mark)} ${outcome.name}`);
      if (outcome === first && !verdict.atLoad) {
        lines.push(...detail(outcome).map(line => `      ${visible(line)}`));
        if (verdict.diagnosis) lines.push(`      ${visible(verdict.diagnosis.say)}`);
      }
    }
    if (verdict.atLoad) lines.push(`  ${visible(thrown(verdict.atLoad))}`);
    if (learner?.loadTimedOut !== undefined) {
      lines.push(`  Loading the module did not end within ${learner.loadTimedOut} seconds.`);
    }
    lines.push(...verdict.notes.map(note => `  ${visible(note)}`));
  }
  if (printed.length > 0) {
    lines.push('  Printed:', ...printed.map(line => faint(`    | ${visible(line)}`)));
  }
  lines.push(
    faint(
      `  seed ${seed}; again: npm run --silent grade -- ${slug} ${visible(file)} --seed ${seed}`,
    ),
  );
  return `${lines.join('\n')}\n\n`;
}

function detail(outcome: Outcome): string[] {
  if (outcome.state === 'timed-out')
    return [`Nothing came for ${outcome.seconds} seconds. Look for a loop without an end.`];
  if (outcome.state === 'crashed') {
    return [thrown(outcome.error), ...callLine(outcome.call)];
  }
  if (outcome.state !== 'missed') return [];
  const { say, call, received, expected, path, by, allowed } = outcome.failure;
  return [
    say,
    ...callLine(call),
    ...(received === undefined ? [] : [`received  ${printValue(received, ROOM)}`]),
    ...(expected === undefined ? [] : [`expected  ${printValue(expected, ROOM)}`]),
    ...(path && path.length > 0 ? [`at        ${printPath(path)}`] : []),
    ...(by === undefined
      ? []
      : [
          `off by    ${printNumber(by)}${allowed === undefined ? '' : `, ${printNumber(allowed)} allowed`}`,
        ]),
  ];
}

function callLine(call: Call | undefined): string[] {
  return call ? [`call      ${printCall(call, ROOM)}`] : [];
}

function thrown({ name, message, line }: { name: string; message: string; line?: number }): string {
  return `${name}: ${message}${line === undefined ? '' : ` (line ${line})`}`;
}

/** A submission may print what a terminal takes for a command; only the text of it is shown. */
function visible(text: string): string {
  return text
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\p{Cc}/gu, sign => (sign === '\n' ? '\n    ' : '·'));
}
