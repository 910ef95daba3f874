import type { Run } from '../../graders/grade';
import type { Witness } from '../../graders/judge';
import type { Thrown } from '../../graders/observation';
import { readObservation } from '../../graders/read-observation';
import type { Box, Heard } from './bridge';
import type { Calls, Offence } from './protocol';
import { libraryImports } from './stand-alone';
import { watch } from './watch';

/** How long the sandbox may take to start, in ms: a busy machine needs long, and a browser that forbids it never answers. */
const START = 10_000;

/** How a run ended, beside what was seen of it. */
export interface Ended {
  readonly run: Run;
  /**
   * `finished`: the worker lives and may be used again. `stopped`: it must be done away with.
   * `crashed`: so must the box. `gone`: the box was removed by someone else, and nothing is known.
   */
  readonly fate: 'finished' | 'stopped' | 'crashed' | 'gone';
}

/** What a run may be asked. */
export interface RunOptions {
  readonly only?: readonly number[];
  /** A bench for the experiments in place of the drawn one: plain data. */
  readonly instead?: object;
  /** Calls to make in place of the experiments; each is a witness without records. */
  readonly calls?: Calls;
  /** What the whole run may take, in ms, if not what is usual. */
  readonly within?: number;
  readonly onLog?: (line: string) => void;
  readonly onWitness?: (index: number) => void;
}

/** One worker with the grader loaded and a bench drawn. */
export interface Bench {
  /**
   * Draws the bench of a seed, unless it is drawn already.
   * @throws Error where the sandbox does not start
   */
  boot(seed: number): Promise<void>;
  /** Loads a module and observes every experiment, once `boot` is done. Never rejects. */
  run(js: string, options?: RunOptions): Promise<Ended>;
  stop(): void;
}

/** The box was removed before the worker in it was ready. */
export class Gone extends Error {}

/** What every bench of an exercise has in common; times in ms. */
export interface BenchOptions {
  readonly graderCode: string;
  /** What a submission may import: each library's text by its name. */
  readonly libraries?: Readonly<Record<string, string>>;
  readonly experiments: number;
  readonly deadline: number;
  readonly budget: number;
}

/** Starts a worker and waits for nothing. */
export function openBench(box: Box, options: BenchOptions): Bench {
  const { graderCode, libraries = {}, experiments, deadline, budget } = options;
  const mayImport = Object.keys(libraries).length > 0;
  let listen: (heard: Heard) => void = () => {};
  let drawn: number | undefined;
  let booted: Promise<void> = Promise.resolve();
  const cell = box.spawn(heard => listen(heard));

  function draw(seed: number): Promise<void> {
    const first = drawn === undefined;
    drawn = seed;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(new Error(NO_START)), START);
      const fail = (error: Error) => {
        clearTimeout(timer);
        reject(error);
      };
      listen = heard => {
        if (heard.t === 'booted') {
          clearTimeout(timer);
          resolve();
        } else if (heard.t === 'gone') fail(new Gone('The sandbox was removed.'));
        else if (heard.t === 'failed') {
          fail(new Error(`The grader of this exercise could not start: ${heard.error.message}`));
        } else if (heard.t === 'error' || heard.t === 'killed') fail(new Error(FORBIDDEN));
      };
      cell.tell(first ? { t: 'boot', seed, code: graderCode, libraries } : { t: 'boot', seed });
    });
  }

  return {
    stop: cell.stop,
    boot(seed) {
      if (seed !== drawn) {
        booted = booted.then(() => draw(seed));
        // Whoever waits for it hears of a failure; a bench that only stands by need not.
        booted.catch(() => {});
      }
      return booted;
    },
    run(js, { only, instead, calls, within, onLog, onWitness } = {}) {
      return new Promise(resolve => {
        const length = calls?.lists.length ?? experiments;
        const witnesses: Witness[] = Array.from({ length }, () => 'not-run');
        const wanted = witnesses.map((_, i) => i).filter(i => only?.includes(i) ?? true);
        let loaded = false;
        let next = 0;

        function end(fate: Ended['fate'], rest: Partial<Run> = {}): void {
          listen = () => {};
          clock.end();
          resolve({ run: { witnesses, ...rest }, fate });
        }

        /** Nothing more will be seen: the module, or the experiment that is on, ends like this. */
        function breakOff(fate: Ended['fate'], witness: Witness, rest: Partial<Run>): void {
          if (loaded && next < wanted.length) witnesses[wanted[next]] = witness;
          end(fate, loaded ? {} : rest);
        }

        function fail(fate: Ended['fate'], threw: Thrown): void {
          breakOff(fate, { calls: [], threw }, { atLoad: threw });
        }

        const clock = watch({
          deadline: within ?? deadline,
          budget: within ?? budget,
          ping: box.ping,
          onTimeout: seconds =>
            breakOff('stopped', { stopped: 'timed-out', seconds }, { loadTimedOut: seconds }),
          onCrash: () => fail('crashed', stopped(CRASHED)),
        });

        /** @returns false for what does not fit the state of the run. */
        function accept(heard: Heard): boolean {
          switch (heard.t) {
            case 'log':
              onLog?.(heard.line);
              return true;
            case 'error':
              onLog?.(`${heard.message}${heard.line > 0 ? ` (line ${heard.line})` : ''}`);
              return true;
            case 'failed':
              fail('finished', heard.error);
              return true;
            case 'killed':
              fail('stopped', stopped(OFFENCES[heard.why]));
              return true;
            case 'gone':
              if (heard.crashed) fail('crashed', stopped(CRASHED));
              else end('gone');
              return true;
            case 'loaded':
              if (loaded) return false;
              loaded = true;
              clock.progress();
              return true;
            case 'observed':
              if (!loaded || heard.index !== wanted[next]) return false;
              try {
                witnesses[heard.index] = readObservation(heard);
              } catch {
                return false;
              }
              next += 1;
              clock.progress();
              onWitness?.(heard.index);
              return true;
            case 'done':
              if (!loaded || next < wanted.length) return false;
              end('finished');
              return true;
            default:
              return false;
          }
        }

        listen = heard => {
          if (!accept(heard)) fail('stopped', stopped(OFFENCES.message));
        };
        cell.tell({
          t: 'run',
          js,
          imports: mayImport ? libraryImports(js) : [],
          only,
          instead,
          calls,
        });
      });
    },
  };
}

const FORBIDDEN =
  'This browser does not allow the sandbox that code runs in here. Allow scripts and workers for this site, or open it in a current Chrome, Edge, Firefox or Safari.';
const NO_START = `The sandbox that code runs in did not start within ${START / 1000} seconds. If this machine is busy, run again. If it never starts, this browser does not allow it: allow scripts and workers for this site, or open it in a current Chrome, Edge, Firefox or Safari.`;
const CRASHED =
  'The browser ended the sandbox at this point, most likely because its memory ran out. Look for an array or a text that grows without end.';
const OFFENCES: Record<Offence, string> = {
  flood: 'The code sent more messages than a run has room for, and was stopped. Print less.',
  errors:
    'The code raised more than 100 errors outside of any call, and was stopped. Look at what it leaves running.',
  message:
    'What came out could not be read, because a built-in object was changed. Leave the built-in objects as they are.',
};

function stopped(message: string): Thrown {
  return { name: 'Stopped', message, onPurpose: false, todo: false };
}
