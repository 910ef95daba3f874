import type { Verdict } from '../../graders/verdict';

/** How long an interview takes, in minutes. */
export const LENGTHS = [25, 45] as const;
/** What may be kept from the candidate; `hints`: there are none. */
export const VEILS = ['title', 'difficulty', 'hints'] as const;
/** How one marks oneself. */
export const MARKS = ['no', 'partly', 'yes'] as const;
export type Mark = (typeof MARKS)[number];

/** What is decided before the clock starts. */
export interface Terms {
  readonly slug: string;
  /** One of the lengths; as a part of a mock it has its own. */
  readonly minutes: number;
  readonly hidden: readonly (typeof VEILS)[number][];
  /** Worked out on paper first, typed afterwards. */
  readonly paper: boolean;
}

/** Something that happened, so many milliseconds after the beginning. */
export type Moment = { readonly at: number } & Event;

export type Event =
  /** The paper was put away. */
  | { readonly what: 'typing' }
  | { readonly what: 'hint'; readonly number: number }
  /** The first answer, with its text; from here on the code can be run. */
  | { readonly what: 'committed'; readonly text: string }
  | {
      readonly what: 'run';
      readonly kind: Verdict['kind'];
      readonly passed: number;
      readonly total: number;
      readonly diagnosis: string | null;
      readonly seed: number;
    };

/** One interview, under way or over. */
export interface Interview extends Terms {
  /** Milliseconds since 1970; no two interviews begin at the same time. */
  readonly began: number;
  /** Counts the changes: of two copies of one interview, the higher is the later. */
  readonly revision: number;
  /** How much time had passed at the last change, in milliseconds: a clock that is set back gives none back. */
  readonly seen: number;
  readonly moments: readonly Moment[];
  /** Milliseconds after the beginning; null while it is under way. */
  readonly ended: number | null;
  /** The last text and the pad. While it is under way they are drafts of their own, and empty here. */
  readonly text: string;
  readonly pad: string;
  /** Marks by criterion, and for the follow-up questions by their place. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** What to work on next. */
  readonly remark: string;
}

/** @param now milliseconds since 1970, here and below */
export function begin(terms: Terms, now: number): Interview {
  return {
    ...terms,
    began: now,
    revision: 1,
    seen: 0,
    moments: [],
    ended: null,
    text: '',
    pad: '',
    marks: {},
    remark: '',
  };
}

/** How much time has passed, in milliseconds. It goes on while the page is closed, and never back. */
export function elapsed({ began, seen, ended }: Interview, now: number): number {
  return ended ?? Math.max(now - began, seen);
}

/** How much time is left; less than zero after the end of it. */
export function timeLeft(interview: Interview, now: number): number {
  return interview.minutes * 60_000 - elapsed(interview, now);
}

/** The interview after something has happened. What comes twice, as from two tabs, happens once. */
export function happen(interview: Interview, event: Event, now: number): Interview {
  const { moments } = interview;
  const known = moments.some(
    moment =>
      moment.what === event.what &&
      (event.what === 'typing' ||
        event.what === 'committed' ||
        (event.what === 'hint' && moment.what === 'hint' && moment.number === event.number)),
  );
  if (known || interview.ended !== null) return interview;
  const at = elapsed(interview, now);
  return changed(interview, { seen: at, moments: [...moments, { ...event, at }] });
}

/** The interview with so much time gone by. */
export function see(interview: Interview, now: number): Interview {
  return changed(interview, { seen: elapsed(interview, now) });
}

/** The interview at its end, with the texts that were drafts until now. */
export function end(
  interview: Interview,
  texts: { readonly text: string; readonly pad: string },
  now: number,
): Interview {
  if (interview.ended !== null) return interview;
  const ended = elapsed(interview, now);
  return changed(interview, { ...texts, seen: ended, ended });
}

/** The interview with a mark or a remark of one's own. */
export function review(
  interview: Interview,
  own: { readonly marks?: Interview['marks']; readonly remark?: string },
): Interview {
  const marks = { ...interview.marks, ...own.marks };
  return changed(interview, { marks, remark: own.remark ?? interview.remark });
}

function changed(interview: Interview, change: Partial<Interview>): Interview {
  return { ...interview, ...change, revision: interview.revision + 1 };
}

/** The first answer; undefined where none was committed to. */
export function firstAnswer({ moments }: Interview) {
  return moments.find(moment => moment.what === 'committed');
}

/** What the last run came to, which is the verdict; undefined where nothing was run. */
export function lastRun({ moments }: Interview) {
  return moments.findLast(moment => moment.what === 'run');
}

/** The keys of the drafts that hold what is written while an interview is under way. */
export function draftsOf({ began }: Pick<Interview, 'began'>) {
  return { text: `interview-${began}`, pad: `interview-${began}-pad` };
}
