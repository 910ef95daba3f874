import type { RunBench } from './run-bench';

/** What a run for a picture may take, in ms. */
const WITHIN = 2000;

/**
 * Runs experiments of a text that was judged once more, on a bench of ours, in the same sandbox. It is
 * no attempt: nothing is recorded, printed or judged.
 * @returns null where another run is on, or took its place
 */
export async function againOn(
  open: () => Promise<RunBench>,
  source: string,
  instead: object,
  only: readonly number[],
) {
  const { judging, workplace } = await open();
  const compiled = await workplace.transpile(source);
  if ('problems' in compiled) return null;
  return workplace.glanceAt(compiled.js, judging.solution, instead, only, WITHIN);
}
