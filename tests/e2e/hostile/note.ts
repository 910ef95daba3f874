import { test } from '@playwright/test';

/** What the summary tells of one case. */
export interface Note {
  readonly group: string;
  readonly name: string;
  /** Where it ran: in the harness as what, or in the workbench. */
  readonly as: string;
  readonly ended: string;
  /** From the end of the case to the next right verdict, in ms; of submissions only. */
  readonly next?: number;
  /** The longest time that the page could do nothing, in ms. */
  readonly stall?: number;
  readonly browser: string;
}

/** The kind of annotation that a note travels by, from a worker of the runner to the reporter. */
export const NOTE = 'hostile';

/** Hands a note to the summary; it is kept even where the test fails afterwards. */
export function note(what: Note): void {
  test.info().annotations.push({ type: NOTE, description: JSON.stringify(what) });
}
