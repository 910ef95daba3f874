import { describe, expect, test } from 'vitest';
import { reportOf } from '../../src/pages/interview/report';
import { clock, timeLeftInWords, timeLine } from '../../src/pages/interview/words';
import { begin, end, happen, type Interview, review } from '../../src/progress/interview';

const MINUTE = 60_000;
const terms = { slug: 'k-means', minutes: 25 as const, hidden: ['title' as const], paper: true };
const facts = { title: 'K-means', date: '31 January 2027', followUps: ['Why does it stop?'] };
const run = (passed: number) => ({
  ...{ what: 'run' as const, kind: passed === 9 ? ('passed' as const) : ('missed' as const) },
  ...{ passed, total: 9, diagnosis: passed === 9 ? null : 'Divide by the size.', seed: 7 },
});

/** What happened, minute by minute, then the end. */
function held(events: Parameters<typeof happen>[1][], minutes: number, text = 'code'): Interview {
  const during = events.reduce(
    (it, event, i) => happen(it, event, (i + 1) * MINUTE),
    begin(terms, 0),
  );
  return end(during, { text, pad: 'Is K given?\n# Yes' }, minutes * MINUTE);
}

test('the time is spoken of as it runs out, and never of more than there was', () => {
  const heard = (whole: number) =>
    [whole, 10, 8, 5, 1, 0].map(left => timeLeftInWords(left * MINUTE, whole * MINUTE));
  const [ten, five, one] = ['Ten minutes left.', 'Five minutes left.', 'One minute left.'];
  expect(heard(25)).toEqual(['', ten, ten, five, one, 'The time is up.']);
  expect(heard(9)).toEqual(['', '', '', five, one, 'The time is up.']);
  expect(heard(10)[0]).toBe('');
});

describe('a time line', () => {
  test('holds what happened between the beginning and the end', () => {
    const interview = held([{ what: 'typing' }, { what: 'committed', text: 'a' }, run(3)], 10);
    expect(timeLine(interview).map(({ at, say }) => `${clock(at)} ${say}`)).toEqual([
      '00:00 Began, on paper',
      '01:00 Put the paper away and typed',
      '02:00 Committed to a first answer',
      '03:00 Ran it: Not yet, 3 of 9 checks pass',
      '10:00 Ended',
    ]);
  });

  test('says where the time was up, before what came after it', () => {
    const interview = happen(begin(terms, 0), { what: 'committed', text: 'a' }, 24 * MINUTE);
    const late = end(happen(interview, run(9), 26 * MINUTE), { text: '', pad: '' }, 27 * MINUTE);
    expect(timeLine(late).map(({ kind }) => kind)).toEqual([
      ...['began', 'committed', 'time up', 'run', 'ended'],
    ]);
    expect(reportOf(late, facts)).toContain('at 26:00, after the time was up');
  });
});

describe('a report', () => {
  test('holds the verdict, the time line, the questions, the texts and the marks', () => {
    const interview = review(held([{ what: 'committed', text: 'first' }, run(3)], 10), {
      marks: { 'follow-up-1': 'partly', asked: 'yes' },
      remark: 'Say the shapes.',
    });
    const report = reportOf(interview, facts);
    expect(report).toMatch(/^# Interview: K-means\n\n31 January 2027, 25 minutes, on paper first/);
    for (const part of [
      '**Not yet, 3 of 9 checks pass**, at 02:00.',
      '> Divide by the size.',
      'First answer at 01:00.',
      '- 02:00 Ran it: Not yet, 3 of 9 checks pass',
      '> Is K given?\n> # Yes',
      '## Last text\n\n```ts\ncode\n```',
      '## First answer\n\n```ts\nfirst\n```',
      '- Why does it stop? **Partly**',
      '- I asked what was left open, before I wrote. **Yes**',
      '## To work on next\n\n> Say the shapes.\n',
    ]) {
      expect(report).toContain(part);
    }
  });

  test('leaves out what is not there', () => {
    const report = reportOf({ ...held([], 2), pad: '' }, facts);
    expect(report).toContain('Nothing was run.');
    expect(report).toContain('No answer was committed to.');
    expect(report).toContain('## Text, not committed to');
    expect(report).not.toMatch(/First answer\n|Questions and|To work on|\n\n\n/);
  });

  test('lets no text end its own fence', () => {
    const report = reportOf(held([], 2, 'const a = `x`;\n````\n# not a heading'), facts);
    expect(report).toContain('`````ts\nconst a = `x`;\n````\n# not a heading\n`````');
  });
});
