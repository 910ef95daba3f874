import { useCallback, useEffect, useRef, useState } from 'react';
import type { Library } from '../../../exercises/meta';
import type { Graded } from '../../../graders/grade';
import type { Outcome } from '../../../graders/verdict';
import type { Judging } from '../../catalog/judging';
import type { Marker } from '../../editor/marker';
import type { BrowserWorkplace } from '../../sandbox/workplace';

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
      readonly console: readonly string[];
      /** Places in the source that the verdict speaks of. */
      readonly markers: readonly Marker[];
      /** Milliseconds from the press to the outcomes. */
      readonly took: number;
    }
  | { readonly state: 'impossible'; readonly say: string };

/** Pairs of mistakes are looked for this long after the verdict is out, in milliseconds. */
const PAIRS_TIME = 3000;

/**
 * Keeps a sandbox ready for one exercise and runs submissions in it. Nothing runs unasked.
 * @param allows the libraries that a submission may import
 */
export function useGrading(slug: string, allows?: readonly Library[]) {
  const [grading, setGrading] = useState<Grading>({ state: 'idle' });
  const [judging, setJudging] = useState<Judging | null>(null);
  const workplace = useRef<BrowserWorkplace | null>(null);
  const opening = useRef<Promise<RunBench> | null>(null);
  const nextSeed = useRef(freshSeed());
  const readying = useRef(0);
  const lines = useRef<string[]>([]);
  const runs = useRef(0);

  /** Finds and draws the next data while nobody waits; a run that begins puts an end to it. */
  const ready = useCallback(({ judging, workplace, takeCertified }: RunBench) => {
    readying.current += 1;
    const mine = readying.current;
    takeCertified(judging, workplace, {
      fresh: freshSeed,
      take(seed) {
        nextSeed.current = seed;
        workplace.prime(seed);
      },
      goOn: () => mine === readying.current,
      // What is wrong comes out again, and is told, when the run is asked for.
    }).catch(() => {});
  }, []);

  const open = useCallback(() => {
    opening.current ??= openBench(slug, allows, line => lines.current.push(line)).then(
      bench => {
        workplace.current = bench.workplace;
        ready(bench);
        setJudging(bench.judging);
        return bench;
      },
      () => {
        opening.current = null; // The next run tries again.
        throw new Error('What judges your code could not be loaded. Your draft is saved.');
      },
    );
    return opening.current;
  }, [slug, allows, ready]);

  useEffect(
    () => () => {
      readying.current += 1;
      workplace.current?.close();
      workplace.current = null;
      opening.current = null;
    },
    [],
  );

  const run = useCallback(
    async (source: string, replay?: number): Promise<{ graded: Graded; seed: number } | null> => {
      runs.current += 1;
      const mine = runs.current;
      const began = performance.now();
      lines.current = [];
      setGrading({ state: 'running', outcomes: null, console: [] });
      try {
        const bench = await open();
        readying.current += 1;
        const seed = replay ?? nextSeed.current;
        let took = 0;
        let pairsEnd = 0;
        const graded = await bench.grade(bench.judging, source, seed, bench.workplace, {
          onOutcomes: outcomes => {
            took = performance.now() - began;
            pairsEnd = performance.now() + PAIRS_TIME;
            if (mine === runs.current)
              setGrading({ state: 'running', outcomes, console: [...lines.current] });
          },
          pairsUntil: () => mine === runs.current && performance.now() < pairsEnd,
        });
        if (mine !== runs.current) return null;
        took ||= performance.now() - began;
        const markers = bench.markersOf(graded.verdict);
        setGrading({ state: 'done', graded, seed, console: [...lines.current], markers, took });
        ready(bench);
        return { graded, seed };
      } catch (error) {
        if (mine !== runs.current) return null;
        setGrading({
          state: 'impossible',
          say: error instanceof Error ? error.message : String(error),
        });
        return null;
      }
    },
    [open, ready],
  );

  return { grading, judging, open, run };
}

/** What a run needs and a reader does not: fetched once the page is there. */
interface RunBench {
  readonly judging: Judging;
  readonly workplace: BrowserWorkplace;
  readonly grade: typeof import('../../../graders/grade').grade;
  readonly takeCertified: typeof import('../../../graders/certify').takeCertified;
  readonly markersOf: typeof import('./markers').markersOf;
}

async function openBench(
  slug: string,
  allows: readonly Library[] = [],
  onLog: (line: string) => void,
): Promise<RunBench> {
  const [
    judging,
    libraries,
    { grade },
    { takeCertified },
    { openWorkplace },
    { strip },
    { markersOf },
  ] = await Promise.all([
    import('../../catalog/judging').then(({ loadJudging }) => loadJudging(slug)),
    allows.length > 0
      ? import('../../catalog/libraries').then(({ loadLibraries }) => loadLibraries(allows))
      : {},
    import('../../../graders/grade'),
    import('../../../graders/certify'),
    import('../../sandbox/workplace'),
    import('../../editor/strip'),
    import('./markers'),
  ]);
  const { graderCode, grader } = judging;
  const experiments = grader.checks.length + grader.pictures.length;
  const transpile = (source: string) => strip(source, allows);
  const workplace = openWorkplace({ graderCode, experiments, libraries, transpile, onLog });
  return { judging, workplace, grade, takeCertified, markersOf };
}

function freshSeed(): number {
  if (typeof crypto === 'undefined') return 1;
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
