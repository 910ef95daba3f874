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

/** How long one module may run, in milliseconds: far longer than any needs, whatever else the machine does. */
const DEADLINE = 10_000;

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

  /** Loads a module with error constructors of its own; throws what loading it throws. */
  const load = (js: string): Record<string, unknown> => {
    let module: Record<string, unknown> = {};
    inTime(() => {
      module = evaluate(js, libraries);
    });
    return module;
  };

  const run = (js: string, seed: number, only?: readonly number[], instead?: object): Run => {
    const observe = observer(grader, seed, surroundings);
    let module: Record<string, unknown>;
    try {
      module = load(js);
    } catch (error) {
      if (isTimeout(error)) return { witnesses: [], loadTimedOut: DEADLINE / 1000 };
      return { witnesses: [], atLoad: describeError(error, surroundings.locate) };
    }
    const witnesses: Run['witnesses'][number][] = Array.from(
      { length: grader.checks.length + grader.pictures.length },
      () => 'not-run' as const,
    );
    try {
      inTime(() =>
        observe(
          { ...module },
          (index, packed) => {
            witnesses[index] = unpack(packed) as unknown as Observation;
          },
          only,
          instead,
        ),
      );
    } catch (error) {
      if (!isTimeout(error)) throw error;
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
    const replies: Reply[] = [];
    inTime(() =>
      callEach(
        load(js),
        name,
        lists,
        (_, packed) => {
          const { value, threw } = unpack(packed) as unknown as Observation;
          replies.push(threw ? { threw } : { returned: value });
        },
        surroundings.locate,
      ),
    );
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

function inTime(task: () => unknown): void {
  timed.task = task;
  call.runInContext(timed, { timeout: DEADLINE });
}

function isTimeout(error: unknown): boolean {
  return (error as { code?: unknown })?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
