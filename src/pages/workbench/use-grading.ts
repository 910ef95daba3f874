import { useCallback, useEffect, useRef, useState } from 'react';
import type { Library } from '../../../exercises/meta';
import type { Graded } from '../../../graders/grade';
import type { Outcome } from '../../../graders/verdict';
import type { Judging } from '../../catalog/judging';
import type { Marker } from '../../editor/marker';
import type { Done, RunBench } from './run-bench';

/** What the results pane shows. */
export type Grading =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      readonly outcomes: readonly Outcome[] | null;
      readonly console: readonly string[];
    }
  | {
      readonly state: 'done';
      readonly graded: Graded;
      readonly seed: number;
      /** The text that was judged. */
      readonly source: string;
      readonly console: readonly string[];
      /** Places in the source that the verdict speaks of. */
      readonly markers: readonly Marker[];
      /** Milliseconds from the press to the outcomes. */
      readonly took: number;
    }
  | { readonly state: 'impossible'; readonly say: string };

/**
 * Keeps a sandbox ready for one exercise and runs submissions in it; its code comes after the page.
 * @param allows the libraries that a submission may import
 */
export function useGrading(slug: string, allows?: readonly Library[]) {
  const [grading, setGrading] = useState<Grading>({ state: 'idle' });
  const [judging, setJudging] = useState<Judging | null>(null);
  const opening = useRef<Promise<RunBench> | null>(null);
  const runs = useRef(0);

  const open = useCallback(() => {
    opening.current ??= Promise.all([
      import('./run-bench'),
      import('../../catalog/judging').then(({ loadJudging }) => loadJudging(slug)),
      allows
        ? import('../../catalog/libraries').then(({ loadLibraries }) => loadLibraries(allows))
        : {},
    ]).then(
      ([{ openRunBench }, judging, libraries]) => {
        setJudging(judging);
        return openRunBench(judging, allows, libraries);
      },
      () => {
        opening.current = null; // The next run tries again.
        throw new Error('What judges your code could not be loaded. Your draft is saved.');
      },
    );
    return opening.current;
  }, [slug, allows]);

  useEffect(
    () => () => {
      opening.current?.then(
        bench => bench.close(),
        () => {},
      );
      opening.current = null;
    },
    [],
  );

  const run = useCallback(
    async (source: string, replay: number | undefined, record: (done: Done) => Promise<void>) => {
      runs.current += 1;
      const mine = runs.current;
      setGrading({ state: 'running', outcomes: null, console: [] });
      try {
        return await (await open()).run(source, replay, setGrading, record);
      } catch (error) {
        if (mine !== runs.current) return null;
        setGrading({
          state: 'impossible',
          say: error instanceof Error ? error.message : String(error),
        });
        return null;
      }
    },
    [open],
  );

  return { grading, judging, open, run };
}
