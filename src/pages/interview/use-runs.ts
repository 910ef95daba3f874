import { useCallback } from 'react';
import { loadDraft } from '../../progress/drafts';
import type { Event } from '../../progress/interview';
import { beginRun, endRun } from '../../progress/runs';
import type { Drafting } from '../../progress/use-draft';
import type { Done } from '../workbench/run-bench';
import { undisturbed } from '../workbench/undisturbed';

type Run = Extract<Event, { what: 'run' }>;

/**
 * Runs the text of an interview and records it twice: as a run of its exercise, like any other, and in
 * the interview.
 * @returns what runs it; it resolves when all is recorded, to whether there is a verdict
 */
export function useRuns({
  slug,
  draft,
  run,
  record,
}: {
  slug: string;
  draft: Drafting;
  run: (
    text: string,
    replay: number | undefined,
    record: (done: Done) => Promise<void>,
  ) => Promise<Done | null>;
  record: (event: Run) => Promise<void>;
}): (replay?: number) => Promise<boolean> {
  return useCallback(
    replay => {
      const { text } = draft;
      return undisturbed(async () => {
        await draft.settled();
        // Where the run stands in the history of the exercise: behind the draft that is there now.
        const own = await loadDraft(slug).catch(() => undefined);
        const noted = await beginRun(slug, text, own?.revision ?? 0);
        const end = (done: Done | null) =>
          endRun(noted, done && { ...done, ...done.graded }).catch(draft.complain);
        let ended = Promise.resolve();
        const done = await run(text, replay, done => {
          ended = end(done);
          return ended;
        });
        await (done ? ended : end(null));
        if (!done) return false;
        const { verdict } = done.graded;
        const outcomes = 'outcomes' in verdict ? verdict.outcomes : [];
        await record({
          what: 'run',
          kind: verdict.kind,
          passed: outcomes.filter(({ state }) => state === 'passed').length,
          total: outcomes.length,
          diagnosis: 'diagnosis' in verdict ? (verdict.diagnosis?.say ?? null) : null,
          seed: done.seed,
        });
        return true;
      });
    },
    [slug, draft, run, record],
  );
}
