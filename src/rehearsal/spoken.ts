/*
 * What can be counted in a text that is going to be said. These are facts, and none of them says
 * whether the text is good.
 */

/** How fast people speak when they explain something, in words a minute. */
export const PACE = { slow: 130, fast: 150 } as const;

/** How many words a text has; a number counts as one. */
export function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** How long a number of words takes to say, in seconds: at the fast and at the slow end. */
export function secondsFor(words: number): readonly [fast: number, slow: number] {
  return [(words * 60) / PACE.fast, (words * 60) / PACE.slow];
}

/** How often somebody speaks of themselves, and of a group. */
export interface Voices {
  readonly i: number;
  readonly we: number;
}

/** Counts “I” and “we”, their short forms with them: I'd, we've. */
export function voicesIn(text: string): Voices {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    i: count(/(?<![\p{L}\p{N}'’/])I(?:['’](?:m|d|ve|ll))?(?![\p{L}\p{N}'’/])/gu),
    we: count(/(?<![\p{L}\p{N}'’/])we(?:['’](?:re|d|ve|ll))?(?![\p{L}\p{N}'’/])/giu),
  };
}

/**
 * The numbers in a text as they are written, each once, with a per cent sign that belongs to it. Digits
 * within a name, as in p99 or F1, are none.
 * @example numbersIn('9 % more in 30 000 cases, p99 at 20 ms'); // ['9 %', '30 000', '20']
 */
export function numbersIn(text: string): string[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}_.,])\d+(?:[.,]\d+)*(?:[ \u00a0\u202f]\d{3}(?!\d))*(?:[ \u00a0\u202f]?[%‰])?/gu,
  );
  return [...new Set([...found].map(([number]) => number.replace(/[\u00a0\u202f]/g, ' ')))];
}

/** One rehearsal aloud: when it was, and how long each part took. */
export interface Go {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** In the order of the parts. */
  readonly seconds: readonly number[];
}

/** How long all of it took, in seconds. */
export const totalOf = ({ seconds }: Pick<Go, 'seconds'>) => seconds.reduce((a, b) => a + b, 0);

/** So many rehearsals are kept of each; older ones go. */
export const GOES = 50;
