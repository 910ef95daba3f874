import { createContext, Script } from 'node:vm';
import { transform } from 'sucrase';
import { describeError } from '../graders/errors';
import type { Run, Workplace } from '../graders/grade';
import type { Grader } from '../graders/grader';
import type { Observation } from '../graders/observation';
import { callEach, observer } from '../graders/observe';
import { unpack } from '../graders/pack';
import type { Arguments, Reply } from '../graders/shrink';
import { evaluate } from './libraries';

const bare = { locate: () => undefined, mute: () => {} };

/** How long one module may run, in milliseconds. */
const DEADLINE = 2000;

/** Calls `task` and stops it, wherever it is, when its time is up. */
const timed = createContext({ task: () => {} });
const call = new Script('task()');

/**
 * A workplace without a sandbox, for our own trusted files only: fast enough to observe every mutant
 * of every exercise. A loop is stopped; nothing else is kept from anything.
 * @param libraries what a submission may import; all submissions share them
 */
export function inProcess(
  grader: Grader,
  libraries: Readonly<Record<string, object>> = {},
): Workplace & {
  observe(source: string, seed: number): Run;
  /** Observes on a bench that is given. */
  observeOn(source: string, instead: object): Run;
} {
  const surroundings = { ...bare, libraries };
  const seen = new Map<string, Run>();
  const compiled = new Map<string, string>();
  const compile = (source: string): string => {
    const known = compiled.get(source);
    if (known !== undefined) return known;
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
    });
    compiled.set(source, code);
    return code;
  };

  const run = (js: string, seed: number, only?: readonly number[], instead?: object): Run => {
    const observe = observer(grader, seed, surroundings);
    const none = Array.from(
      { length: grader.checks.length + grader.pictures.length },
      () => 'not-run' as const,
    );
    let witnesses: Run['witnesses'][number][] = none;
    let loaded = false;
    try {
      inTime(() => {
        witnesses = [...none];
        loaded = false;
        const module = evaluate(js, libraries);
        loaded = true;
        observe(
          { ...module },
          (index, packed) => {
            witnesses[index] = unpack(packed) as unknown as Observation;
          },
          only,
          instead,
        );
      });
    } catch (error) {
      const late = isTimeout(error);
      if (late && !loaded) return { witnesses: [], loadTimedOut: DEADLINE / 1000 };
      if (!loaded) return { witnesses: [], atLoad: describeError(error, surroundings.locate) };
      if (!late) throw error;
      const stuck = (only ?? [...witnesses.keys()]).find(i => witnesses[i] === 'not-run');
      if (stuck !== undefined)
        witnesses[stuck] = { stopped: 'timed-out', seconds: DEADLINE / 1000 };
    }
    return { witnesses };
  };

  const remembered = (js: string, seed: number, only?: readonly number[]): Run => {
    const whole = `${seed}\n${js}`;
    const key = only ? `${only.join()}\n${whole}` : whole;
    const known = seen.get(whole) ?? seen.get(key) ?? run(js, seed, only);
    seen.set(key, known);
    return known;
  };
  const own = (source: string, seed: number, only?: readonly number[]): Run =>
    remembered(compile(source), seed, only);

  const callAll = (js: string, name: string, lists: readonly Arguments[]): Reply[] => {
    let replies: Reply[] = [];
    inTime(() => {
      replies = [];
      callEach(
        evaluate(js, libraries),
        name,
        lists,
        (_, packed) => {
          const { value, threw } = unpack(packed) as unknown as Observation;
          replies.push(threw ? { threw } : { returned: value });
        },
        surroundings.locate,
      );
    });
    return replies;
  };

  return {
    observe: own,
    observeOn: (source, instead) => {
      const pictures = grader.pictures.map((_, i) => grader.checks.length + i);
      return run(compile(source), 1, pictures, instead);
    },
    transpile: async source => ({ js: compile(source) }),
    // A check that is asked for by itself is to run in a fresh module.
    observeLearner: async (js, seed, only) => (only ? run(js, seed, only) : remembered(js, seed)),
    observeOwn: async (source, seed, only) => own(source, seed, only),
    openTrials: async (js, solution) => ({
      async call(name, lists) {
        try {
          const learner = callAll(js, name, lists);
          const reference = callAll(compile(solution), name, lists);
          return learner.map((reply, i) => ({ learner: reply, reference: reference[i] }));
        } catch (error) {
          if (isTimeout(error)) return null;
          throw error;
        }
      },
      close() {},
    }),
  };
}

/**
 * Runs a task and stops it when its time is up. It is begun anew where it had less than half of that
 * time on the processor: the machine was busy, and nothing is known about the task.
 */
function inTime(task: () => void): void {
  timed.task = task;
  for (;;) {
    const before = process.cpuUsage();
    try {
      call.runInContext(timed, { timeout: DEADLINE });
      return;
    } catch (error) {
      const { user, system } = process.cpuUsage(before); // in microseconds
      if (!isTimeout(error) || (user + system) / 1000 >= DEADLINE / 2) throw error;
    }
  }
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown })?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
