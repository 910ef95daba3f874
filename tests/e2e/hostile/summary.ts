import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { NOTE, type Note } from './note';

interface Row extends Note {
  readonly held: boolean;
}

/** Prints what became of the hostile cases, with counts; writes it down as well if told to. */
export default class Summary implements Reporter {
  /** Where the summary goes, as Markdown, beside the terminal. */
  protected readonly file: string | undefined;
  private readonly rows: Row[] = [];
  private readonly skipped: string[] = [];
  /** Hostile tests that failed, whether they left a note or not. */
  private failed = 0;

  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (!test.location.file.startsWith(`${import.meta.dirname}${path.sep}`)) return;
    const held = result.status === 'passed';
    if (result.status === 'skipped') {
      const why = test.annotations.find(({ type }) => type === 'skip')?.description;
      this.skipped.push(`${test.title}: ${why ?? 'not run'}`);
    } else if (!held) this.failed += 1;
    for (const { type, description } of result.annotations) {
      if (type === NOTE) this.rows.push({ ...JSON.parse(description ?? ''), held });
    }
  }

  onEnd({ status }: FullResult): void {
    if (this.rows.length === 0) return;
    const lines = [...this.totals(), '', ...table(this.groups())];
    console.log(`\nHostile cases\n\n${lines.join('\n')}\n`);
    // A run that was broken off is no record of every case.
    const whole = status === 'passed' || status === 'failed';
    if (this.file && whole) writeFileSync(this.file, this.document(lines));
  }

  private totals(): string[] {
    const { rows, skipped, failed } = this;
    const submissions = rows.filter(({ next }) => next !== undefined);
    const rebuilt = submissions.filter(({ ended }) => /^(timed-out|crashed)$/.test(ended));
    const stalls = rows.flatMap(({ stall }) => (stall === undefined ? [] : [stall]));
    return [
      `${rows.length} cases in ${[...new Set(rows.map(({ browser }) => browser))].join(', ')}: ${rows.filter(({ held }) => held).length} held, ${rows.filter(({ held }) => !held).length} did not.`,
      `Tests that failed: ${failed}. Skipped: ${skipped.length}${skipped.map(why => ` (${why})`).join('')}.`,
      `From the end of a hostile submission to the next right verdict: ${spread(submissions)}; after one that crashed or ran out of time: ${spread(rebuilt)}.`,
      ...(stalls.length > 0
        ? [`The page never stood still for longer than ${Math.round(Math.max(...stalls))} ms.`]
        : []),
    ];
  }

  private groups(): string[][] {
    const head = ['attack', 'cases', 'held', 'ended in', 'next right verdict'];
    const names = [...new Set(this.rows.map(({ group }) => group))];
    const body = names.map(name => {
      const rows = this.rows.filter(({ group }) => group === name);
      return [
        name,
        String(rows.length),
        String(rows.filter(({ held }) => held).length),
        counts(rows.map(({ ended }) => ended)),
        spread(rows.filter(({ next }) => next !== undefined)),
      ];
    });
    return [head, ...body];
  }

  private document(lines: readonly string[]): string {
    const cases = this.rows.map(({ group, name, as, ended, held, next }) => [
      group,
      name,
      as,
      ended,
      held ? 'yes' : '**no**',
      next === undefined ? '' : String(Math.round(next)),
    ]);
    return `${[
      '# Hostile cases',
      '',
      'Written by `npm run hostile`, never by hand. Each case is run in a real browser against the production build; then the next honest run must pass, what was planted in the page’s stores must be as it was, and servers that listen on the loopback must have heard nothing. A *submission* is code in the sandbox; a *worker* is a bare one in the frame, so that only the browser’s own walls stand; a *runtime* is one that the host takes for its own; the *workbench* is the page itself, with its editor and its button. Endings are verdicts, or the reason why the frame put an end to a worker.',
      '',
      ...lines,
      '',
      '## Every case',
      '',
      ...table([['attack', 'case', 'as', 'ended', 'held', 'next right verdict, ms'], ...cases]),
    ].join('\n')}\n`;
  }
}

/** Median and 95th percentile of the time to the next right verdict. */
function spread(rows: readonly Note[]): string {
  const times = rows.map(({ next }) => next ?? 0).sort((a, b) => a - b);
  if (times.length === 0) return '–';
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function counts(words: readonly string[]): string {
  const kinds = [...new Set(words)].sort();
  return kinds.map(kind => `${kind} ${words.filter(word => word === kind).length}`).join(', ');
}

function table([head, ...body]: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)];
}
