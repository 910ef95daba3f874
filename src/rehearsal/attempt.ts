/** How well something was remembered, as the scheduler has it: Again, Hard, Good, Easy. */
export type Rating = 1 | 2 | 3 | 4;
export const AGAIN: Rating = 1;
export const HARD: Rating = 2;
export const GOOD: Rating = 3;
export const EASY: Rating = 4;

/** How far an answer meets a criterion: absent, vague or partly wrong, correct and specific, with a trade-off or a number. */
export type Level = 0 | 1 | 2 | 3;
export const LEVEL_WORDS = ['absent', 'vague', 'specific', 'strong'] as const;

/** What is written while an answer is under way, and locked with it. */
export interface Sheet {
  readonly assumptions: string;
  /** The answer as one text. */
  readonly text: string;
  /** The answer in parts by their names: the components of a design, the rungs of a ladder. */
  readonly parts: Readonly<Record<string, string>>;
  /** How many questions of a ladder were asked so far. */
  readonly rungs: number;
}

export const EMPTY_SHEET: Sheet = { assumptions: '', text: '', parts: {}, rungs: 1 };

/** What was typed for a numeric check, and whether it was right. */
export interface Answered {
  readonly typed: string;
  readonly right: boolean;
}

/** One attempt at a card, under way or over. Times within it are milliseconds after its beginning. */
export interface Rehearsal {
  /** Milliseconds since 1970; no two rehearsals begin at the same time. */
  readonly began: number;
  /** Counts the changes: of two copies of one rehearsal, the higher is the later. */
  readonly revision: number;
  /** How much time had passed at the last change: a clock that is set back gives none back. */
  readonly seen: number;
  /** The card, as `type/name`. */
  readonly card: string;
  /** The earlier rehearsal whose answer is graded once more, unseen; null for an answer of its own. */
  readonly regrades: number | null;
  /** When the answer was locked. */
  readonly committed: number | null;
  /** The model answer was looked at before an own one was committed to. */
  readonly early: boolean;
  /** Reframings that were asked for. */
  readonly hints: number;
  /** While it is under way, what is written lies in drafts of its own, and this is empty. */
  readonly sheet: Sheet;
  /** The drawing, as the sketch pad writes it. */
  readonly sketch: string | null;
  /** Per cent, stated before the model answer is seen. */
  readonly confidence: number | null;
  /** By the ids of the checks; null until they are handed in. */
  readonly answers: Readonly<Record<string, Answered>> | null;
  /** By the ids of the key points: whether the answer made them, as its author says. */
  readonly points: Readonly<Record<string, boolean>>;
  /** By the names of the criteria. */
  readonly levels: Readonly<Record<string, Level>>;
  /** The ids of the traps that the answer fell into. */
  readonly traps: readonly string[];
  /** The rating as it followed from the ticks when they were last counted; null until then. */
  readonly computed: Rating | null;
  /** How many ticks were changed after the rating was seen. */
  readonly retouched: number;
  /** What counts: as computed, or lower. Null while it is under way, and for a grading once more. */
  readonly rating: Rating | null;
  /** The score of one's own ticks, 0 to 1. */
  readonly self: number | null;
  /** The share of the numeric checks that were right; null without any. */
  readonly objective: number | null;
  /** Next time I will … */
  readonly note: string;
  /** When it was over; null while it is under way. */
  readonly done: number | null;
}

/** @param now milliseconds since 1970, here and below */
export function begin(card: string, now: number, regrades: Rehearsal | null = null): Rehearsal {
  return {
    began: now,
    revision: 1,
    seen: 0,
    card,
    regrades: regrades?.began ?? null,
    committed: regrades ? 0 : null,
    early: false,
    hints: 0,
    sheet: regrades?.sheet ?? EMPTY_SHEET,
    sketch: regrades?.sketch ?? null,
    confidence: null,
    answers: null,
    points: {},
    levels: {},
    traps: [],
    computed: null,
    retouched: 0,
    rating: null,
    self: null,
    objective: null,
    note: '',
    done: null,
  };
}

/** Where a rehearsal stands. */
export type Stage = 'answer' | 'confidence' | 'checks' | 'grade' | 'done';

/** @param checks how many numeric checks the card has */
export function stageOf(rehearsal: Rehearsal, checks: number): Stage {
  if (rehearsal.done !== null) return 'done';
  if (rehearsal.early || rehearsal.regrades !== null) return 'grade';
  if (rehearsal.committed === null) return 'answer';
  if (rehearsal.confidence === null) return 'confidence';
  return checks > 0 && rehearsal.answers === null ? 'checks' : 'grade';
}

/** How much time has passed, in milliseconds. It goes on while the page is closed, and never back. */
export function elapsed({ began, seen, done }: Rehearsal, now: number): number {
  return done ?? Math.max(now - began, seen);
}

/** How long the answer took, or has taken so far. */
export function answerTime(rehearsal: Rehearsal, now: number): number {
  return rehearsal.committed ?? elapsed(rehearsal, now);
}

/** The rehearsal with the time that has gone by, and with a change; one that is over stays as it is. */
export function amend(rehearsal: Rehearsal, change: Partial<Rehearsal>, now: number): Rehearsal {
  if (rehearsal.done !== null) return rehearsal;
  const seen = elapsed(rehearsal, now);
  return { ...rehearsal, ...change, seen, revision: rehearsal.revision + 1 };
}

/** Locks the answer. The first lock counts, as from two tabs. */
export function commit(
  rehearsal: Rehearsal,
  own: Pick<Rehearsal, 'sheet' | 'sketch'>,
  now: number,
): Rehearsal {
  if (rehearsal.committed !== null || rehearsal.early) return rehearsal;
  return amend(rehearsal, { ...own, committed: elapsed(rehearsal, now) }, now);
}

/** Looks at the model answer without an answer of one's own: it counts as seen, and comes back. */
export function giveUp(
  rehearsal: Rehearsal,
  own: Pick<Rehearsal, 'sheet' | 'sketch'>,
  now: number,
): Rehearsal {
  if (rehearsal.committed !== null) return rehearsal;
  return amend(rehearsal, { ...own, early: true, computed: AGAIN }, now);
}

/** One change of a tick, a trap or a level; those after the rating was seen are counted. */
export function grade(
  rehearsal: Rehearsal,
  marks: Partial<Pick<Rehearsal, 'points' | 'levels' | 'traps'>>,
  now: number,
): Rehearsal {
  const retouched = rehearsal.retouched + (rehearsal.computed === null ? 0 : 1);
  return amend(rehearsal, { ...marks, retouched }, now);
}

/** What is taken down at the end. */
export type Result = Pick<Rehearsal, 'points' | 'computed' | 'rating' | 'self' | 'objective'>;

/** The rehearsal at its end. */
export function finish(rehearsal: Rehearsal, result: Result, now: number): Rehearsal {
  return amend(rehearsal, { ...result, done: elapsed(rehearsal, now) }, now);
}

/** When a rehearsal that is over was over, in milliseconds since 1970. */
export function endOf({ began, done, seen }: Rehearsal): number {
  return began + (done ?? seen);
}

/** The keys of the drafts that hold what is written while a rehearsal is under way. */
export function draftsOf({ began }: Pick<Rehearsal, 'began'>) {
  return { sheet: `rehearsal-${began}`, sketch: `rehearsal-${began}-sketch` };
}

/** Reads a sheet as a draft holds it; what cannot be read is an answer as plain text. */
export function readSheet(text: string): Sheet {
  if (text === '') return EMPTY_SHEET;
  try {
    const { assumptions, text: answer, parts, rungs } = JSON.parse(text);
    const strings = [assumptions, answer, ...Object.values(parts)];
    if (strings.every(part => typeof part === 'string') && Number.isSafeInteger(rungs))
      return { assumptions, text: answer, parts, rungs };
  } catch {}
  return { ...EMPTY_SHEET, text };
}

export function writeSheet(sheet: Sheet): string {
  return JSON.stringify(sheet);
}

/** Everything that was written, as one text; empty where the answer was only spoken. */
export function answerText({ text, parts }: Sheet): string {
  return [text, ...Object.values(parts)].join('\n').trim();
}
