import type { Library } from '../../../exercises/meta';
import { takeCertified } from '../../../graders/certify';
import { type Graded, grade } from '../../../graders/grade';
import type { Judging } from '../../catalog/judging';
import type { Texts } from '../../catalog/libraries';
import { strip } from '../../editor/strip';
import { type BrowserWorkplace, openWorkplace } from '../../sandbox/workplace';
import { markersOf } from './markers';
import type { Grading } from './use-grading';

/** What a run came to. */
export interface Done {
  readonly graded: Graded;
  readonly seed: number;
}

/** A sandbox that is ready for one exercise, and what judges what runs in it. */
export interface RunBench {
  readonly judging: Judging;
  readonly workplace: BrowserWorkplace;
  /** The seed of the next run. */
  upcoming(): number;
  /**
   * Grades a text, telling what is to be shown as it becomes known.
   * @param replay a seed, if not the next one
   * @param record stores the verdict; it is shown when it is stored, or when that takes too long
   * @returns null where another run took its place
   * @throws Error with a sentence where nothing can be run
   */
  run(
    source: string,
    replay: number | undefined,
    tell: (grading: Grading) => void,
    record: (done: Done) => Promise<void>,
  ): Promise<Done | null>;
  close(): void;
}

/** Pairs of mistakes are looked for this long after the verdict is out, in milliseconds. */
const PAIRS_TIME = 3000;
/** So long a verdict waits to be stored before it is shown, in milliseconds; a busy machine may need some of it. */
const STORING = 3000;

/**
 * Opens a sandbox and finds data for its first run. Nothing runs unasked.
 * @param allows the libraries that a submission may import, and their code
 */
export function openRunBench(
  judging: Judging,
  allows: readonly Library[] = [],
  libraries: Texts = {},
): RunBench {
  const { graderCode, grader } = judging;
  let lines: string[] = [];
  const workplace = openWorkplace({
    graderCode,
    experiments: grader.checks.length + grader.pictures.length,
    libraries,
    transpile: source => strip(source, allows),
    onLog: line => lines.push(line),
  });
  let nextSeed = freshSeed();
  let readying = 0;
  let runs = 0;

  /** Finds and draws the next data while nobody waits; a run that begins puts an end to it. */
  function ready(): void {
    readying += 1;
    const mine = readying;
    takeCertified(judging, workplace, {
      fresh: freshSeed,
      take(seed) {
        nextSeed = seed;
        workplace.prime(seed);
      },
      goOn: () => mine === readying,
      // What is wrong comes out again, and is told, when the run is asked for.
    }).catch(() => {});
  }

  ready();
  return {
    judging,
    workplace,
    upcoming: () => nextSeed,
    async run(source, replay, tell, record) {
      runs += 1;
      const mine = runs;
      const began = performance.now();
      lines = [];
      readying += 1;
      const seed = replay ?? nextSeed;
      let took = 0;
      let pairsEnd = 0;
      const graded = await grade(judging, source, seed, workplace, {
        onOutcomes: outcomes => {
          took = performance.now() - began;
          pairsEnd = performance.now() + PAIRS_TIME;
          if (mine === runs) tell({ state: 'running', outcomes, console: [...lines] });
        },
        pairsUntil: () => mine === runs && performance.now() < pairsEnd,
      });
      if (mine !== runs) return null;
      took ||= performance.now() - began;
      const markers = markersOf(graded.verdict);
      // Who leaves at the sight of a verdict must find it when they come back.
      const late = new Promise(resolve => setTimeout(resolve, STORING));
      await Promise.race([record({ graded, seed }), late]);
      if (mine !== runs) return { graded, seed };
      tell({ state: 'done', graded, seed, source, console: [...lines], markers, took });
      ready();
      return { graded, seed };
    },
    close() {
      readying += 1;
      workplace.close();
    },
  };
}

function freshSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;
}
