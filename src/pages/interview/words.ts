import { VERDICT_WORDS } from '../../../graders/verdict';
import { catalogue } from '../../catalog/catalogue';
import type { Interview, Mark, Moment } from '../../progress/interview';

/** Milliseconds as minutes and seconds. @example clock(724_000) // '12:04' */
export function clock(time: number): string {
  const seconds = Math.floor(Math.abs(time) / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${time < 0 ? '−' : ''}${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/**
 * What is said of the time as it runs out; nothing before that, and nothing that holds from the beginning.
 * @param left of `whole`, both in milliseconds
 * @param of of what, where there are several clocks
 */
export function timeLeftInWords(left: number, whole: number, of = ''): string {
  const told = (minutes: number) => left <= minutes * 60_000 && whole > minutes * 60_000;
  if (left <= 0) return `The time${of} is up.`;
  if (told(1)) return `One minute left${of}.`;
  if (told(5)) return `Five minutes left${of}.`;
  return told(10) ? `Ten minutes left${of}.` : '';
}

type Run = Extract<Moment, { what: 'run' }>;

/** @example 'Not yet, 20 of 34 checks pass' */
export function verdictOf({ kind, passed, total }: Pick<Run, 'kind' | 'passed' | 'total'>): string {
  return total === 0 ? VERDICT_WORDS[kind] : `${VERDICT_WORDS[kind]}, ${tally({ passed, total })}`;
}

export function tally({ passed, total }: Pick<Run, 'passed' | 'total'>): string {
  if (total === 0) return 'nothing was run';
  return passed === total ? `all ${total} checks` : `${passed} of ${total} checks pass`;
}

/** One line of the time line: when, in milliseconds after the beginning, and what. */
export interface Line {
  readonly at: number;
  readonly kind: 'began' | 'time up' | 'ended' | Moment['what'];
  readonly say: string;
}

/** All that happened, in its order, with the beginning, the end of the time and the end. */
export function timeLine({ moments, minutes, paper, ended }: Interview): Line[] {
  const up = minutes * 60_000;
  const lines: Line[] = [
    { at: 0, kind: 'began', say: paper ? 'Began, on paper' : 'Began' },
    ...moments.map(moment => ({ at: moment.at, kind: moment.what, say: sayOf(moment) })),
  ];
  if (ended !== null) {
    if (ended >= up) {
      const place = lines.findIndex(({ at }) => at > up);
      const line: Line = { at: up, kind: 'time up', say: 'The time was up' };
      lines.splice(place < 0 ? lines.length : place, 0, line);
    }
    lines.push({ at: ended, kind: 'ended', say: 'Ended' });
  }
  return lines;
}

function sayOf(moment: Moment): string {
  switch (moment.what) {
    case 'typing':
      return 'Put the paper away and typed';
    case 'hint':
      return `Took hint ${moment.number}`;
    case 'committed':
      return 'Committed to a first answer';
    case 'run':
      return `Ran it: ${verdictOf(moment)}`;
  }
}

/** What one marks oneself on, and what a yes stands for. */
export const CRITERIA: readonly { readonly id: string; readonly say: string }[] = [
  { id: 'asked', say: 'I asked what was left open, before I wrote.' },
  { id: 'planned', say: 'I said the plan aloud, with shapes and cost, before I wrote.' },
  { id: 'alone', say: 'I wrote it without looking anything up.' },
  { id: 'checked', say: 'I went through an example by hand before I committed.' },
  { id: 'found', say: 'What was wrong I found by thinking, not by trying.' },
];

/** The name of the mark for a follow-up question; they count from 1. */
export const followUpId = (number: number) => `follow-up-${number}`;

export const MARK_WORDS: Record<Mark, string> = { no: 'No', partly: 'Partly', yes: 'Yes' };

/** A day and a time for people. */
export function dateOf({ began }: Pick<Interview, 'began'>): string {
  return new Date(began).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' });
}

const titles = new Map(catalogue.map(({ slug, meta }) => [slug, meta.title]));

/** @returns the title of an exercise, or its slug where this version does not have it. */
export function titleOf(slug: string): string {
  return titles.get(slug) ?? slug;
}
