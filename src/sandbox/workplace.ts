import type { Compiled, Run, Workplace } from '../../graders/grade';
import { type Witness, wasObserved } from '../../graders/judge';
import type { Reply, Trial } from '../../graders/shrink';
import type { Trials } from '../../graders/smallest';
import { BUDGET, DEADLINE } from '../../graders/time';
import type { Value } from '../../graders/value';
import {
  type Bench,
  type BenchOptions,
  type Ended,
  Gone,
  openBench,
  type RunOptions,
} from './bench';
import { type Box, buildBox } from './bridge';

/** What a workplace is made for. */
export interface WorkplaceOptions {
  /** The grader as text: `import code from '…/grader.ts?sandbox'`. */
  readonly graderCode: string;
  /** How many experiments the grader has: its checks and its pictures. */
  readonly experiments: number;
  /** What a submission may import: each library's text by its name. */
  readonly libraries?: Readonly<Record<string, string>>;
  readonly transpile: (source: string) => Promise<Compiled>;
  /** Gets each line that the submission prints. It is text, never markup. */
  readonly onLog?: (line: string) => void;
  /** Gets the index of each experiment of the submission as it ends. */
  readonly onWitness?: (index: number) => void;
  /** What one experiment may take, in ms. */
  readonly deadline?: number;
  /** What a whole run may take, in ms. */
  readonly budget?: number;
}

/** A workplace in the browser's sandbox. */
export interface BrowserWorkplace extends Workplace {
  /** Draws the bench of the next run ahead of it. */
  prime(seed: number): void;
  /**
   * Has a look at a few experiments of foreign code, which prints nothing and gives way to any run.
   * @param within what it may take, in ms
   * @returns null where a run is on, or took its place
   */
  glance(js: string, seed: number, only: readonly number[], within: number): Promise<Run | null>;
  /**
   * Runs a few experiments of foreign and of our own code on a bench that is given to them; otherwise
   * like `glance`.
   * @param instead plain data
   */
  glanceAt(
    js: string,
    solution: string,
    instead: object,
    only: readonly number[],
    within: number,
  ): Promise<{ readonly learner: Run; readonly reference: Run } | null>;
  /** Removes the sandbox; a run that is on rejects. */
  close(): void;
}

/** A run of our own code; `only` is absent where every experiment was observed. */
interface Remembered {
  readonly only?: readonly number[];
  readonly run: Promise<Run>;
}

/** Seeds whose runs of our own code are remembered: the one that is on and the next. */
const REMEMBERED_SEEDS = 2;
/** What one batch of trial calls may take, in ms. */
const TRIAL_TIME = 1000;
/** How often our own code is run again when a submission took its frame down. */
const TRIES = 3;

/**
 * Opens the one sandbox of the page for one exercise. Foreign code gets a fresh worker each time,
 * which has been started beforehand; our own code shares a second one that foreign code never sees.
 * A new run cancels the one that is on, which then rejects with an AbortError.
 * `observeLearner` rejects with a plain sentence where the browser does not allow the sandbox.
 */
export function openWorkplace(options: WorkplaceOptions): BrowserWorkplace {
  const { transpile, onLog, onWitness } = options;
  const { graderCode, libraries, experiments, deadline = DEADLINE, budget = BUDGET } = options;
  const setting: BenchOptions = { graderCode, libraries, experiments, deadline, budget };
  const seen = new Map<number, Map<string, Remembered[]>>();
  let seed = 0;
  let box: Box | undefined;
  let spare: Bench | undefined;
  let own: Bench | undefined;
  let ownRuns: Promise<unknown> = Promise.resolve();
  let closed = false;
  /** Runs and trials of foreign code that are on. */
  let busy = 0;
  let cancel: () => void = () => {};

  /** Sees to it that there is a box with a spare worker that is ready for the next run. */
  function prepare(): Bench {
    box ??= buildBox();
    spare ??= openBench(box, setting);
    const ready = spare.boot(seed);
    if (!own) {
      // Our own bench stands in line behind its runs: it cannot be booted while one is on.
      const open = () => (own || closed ? undefined : ownBench().boot(seed));
      ownRuns = ownRuns.then(() => ready.then(open)).catch(() => {});
    }
    return spare;
  }

  function ownBench(): Bench {
    box ??= buildBox();
    own ??= openBench(box, setting);
    return own;
  }

  /** Removes a box, unless that has been done already. */
  function discard(old: Box | undefined, crashed = false): void {
    if (!old || old !== box) return;
    box = spare = own = undefined;
    old.remove(crashed);
  }

  function takeSpare(): Bench {
    const bench = prepare();
    spare = undefined;
    return bench;
  }

  async function observeLearner(js: string, wanted: number, only?: readonly number[]) {
    busy += 1;
    try {
      return await observe(js, wanted, only);
    } finally {
      busy -= 1;
    }
  }

  async function observe(js: string, wanted: number, only?: readonly number[]): Promise<Run> {
    if (closed) throw aborted();
    cancel();
    seed = wanted;
    let cancelled = false;
    let running = false;
    const bench = takeSpare();
    const home = box;
    cancel = () => {
      cancelled = true;
      if (running) discard(home);
    };
    let ended: Ended;
    try {
      await bench.boot(wanted);
      if (cancelled) {
        bench.stop();
        throw aborted();
      }
      running = true;
      // A check that is looked at again by itself prints nothing new.
      ended = await bench.run(js, { only, onLog: only ? undefined : onLog, onWitness });
    } catch (error) {
      if (cancelled || closed) throw aborted();
      if (error instanceof Gone) return observe(js, wanted, only);
      discard(home);
      throw error;
    }
    running = false;
    if (cancelled || closed) throw aborted();
    if (ended.fate === 'gone') return observe(js, wanted, only);
    if (ended.fate === 'finished') {
      // The verdict comes first; then the worker goes and another one takes its place.
      setTimeout(() => {
        bench.stop();
        if (!closed) prepare();
      });
    } else {
      discard(home, ended.fate === 'crashed');
      prepare();
    }
    return ended.run;
  }

  async function glance(
    js: string,
    wanted: number,
    only: readonly number[],
    within: number,
    instead?: object,
  ) {
    if (closed || busy > 0) return null;
    cancel();
    seed = wanted;
    const bench = takeSpare();
    const home = box;
    let over = false;
    cancel = () => {
      over = true;
      bench.stop();
      if (!closed) prepare();
    };
    try {
      await bench.boot(wanted);
      if (over) return null;
      const { run, fate } = await bench.run(js, { only, within, instead });
      if (over || closed) return null;
      cancel = () => {};
      if (fate === 'finished') bench.stop();
      else discard(home, fate === 'crashed');
      prepare();
      return fate === 'gone' ? null : run;
    } catch {
      // The run that is asked for says what is wrong.
      return null;
    }
  }

  async function runOwn(source: string, wanted: number, only?: readonly number[]): Promise<Run> {
    const compiled = await transpile(source);
    if ('problems' in compiled) {
      throw new Error(`observeOwn: ${compiled.problems[0]?.message ?? 'unreadable source'}`);
    }
    for (let tries = 1; ; tries += 1) {
      if (closed) throw aborted();
      const bench = ownBench();
      const home = box;
      try {
        await bench.boot(wanted);
        const { run, fate } = await bench.run(compiled.js, { only });
        if (fate === 'finished') return run;
        if (fate === 'crashed') discard(home, true);
        if (fate === 'stopped') {
          bench.stop();
          if (own === bench) own = undefined;
          return run;
        }
        if (tries === TRIES) return run;
      } catch (error) {
        if (!(error instanceof Gone) || tries === TRIES) {
          discard(home);
          throw error;
        }
      }
    }
  }

  function observeOwn(source: string, wanted: number, only?: readonly number[]): Promise<Run> {
    const runs = seen.get(wanted) ?? new Map<string, Remembered[]>();
    seen.set(wanted, runs);
    if (seen.size > REMEMBERED_SEEDS) seen.delete(seen.keys().next().value as number);
    const ofSource = runs.get(source) ?? [];
    runs.set(source, ofSource);
    const known = ofSource.find(run => !run.only || only?.every(i => run.only?.includes(i)));
    if (known) return known.run;
    const run = ownRuns.then(() => runOwn(source, wanted, only));
    const remembered = { only, run };
    ofSource.push(remembered);
    run.catch(() => ofSource.splice(ofSource.indexOf(remembered), 1));
    ownRuns = run.catch(() => {});
    return run;
  }

  /**
   * A fresh worker makes the submission's calls; ours are made where our own code always runs. A new
   * run ends the trials, but lets the batch that is on come to its end or run out of time.
   */
  async function openTrials(js: string, solution: string): Promise<Trials> {
    const compiled = await transpile(solution);
    if ('problems' in compiled) throw new Error('openTrials: unreadable reference');
    if (closed) throw aborted();
    const bench = takeSpare();
    const home = box;
    let working = false;
    let over = false;
    busy += 1;
    const close = () => {
      if (!over) busy -= 1;
      over = true;
      if (!working) bench.stop();
    };
    cancel = close;
    await bench.boot(seed).catch(error => {
      close();
      throw error;
    });
    if (!closed) prepare();
    // What our own bench has yet to do is not counted as time of the search.
    await ownRuns;

    async function call(name: string, lists: readonly (readonly Value[])[]) {
      if (over || closed) return null;
      const options: RunOptions = { calls: { name, lists }, within: TRIAL_TIME };
      working = true;
      const [learner, reference] = await Promise.all([
        bench.run(js, options),
        callOwn((compiled as { js: string }).js, options),
      ]);
      working = false;
      if (learner.fate !== 'finished') {
        close();
        discard(home, learner.fate === 'crashed');
        if (!closed) prepare();
      } else if (over) bench.stop();
      return over || !reference ? null : pairUp(lists.length, learner.run, reference);
    }
    return { call, close };
  }

  /** The reference stands in line behind whatever our own code has yet to do, foreign code does not. */
  async function glanceAt(
    js: string,
    solution: string,
    instead: object,
    only: readonly number[],
    within: number,
  ) {
    const compiled = await transpile(solution);
    if ('problems' in compiled) throw new Error('glanceAt: unreadable reference');
    const learner = await glance(js, seed, only, within, instead);
    const reference = learner && (await callOwn(compiled.js, { only, within, instead }));
    return learner && reference && { learner, reference };
  }

  function callOwn(js: string, options: RunOptions): Promise<Run | null> {
    const run = ownRuns.then(async () => {
      if (closed) return null;
      const bench = ownBench();
      await bench.boot(seed);
      const ended = await bench.run(js, options);
      if (ended.fate === 'finished') return ended.run;
      bench.stop();
      if (own === bench) own = undefined;
      return null;
    });
    ownRuns = run.catch(() => {});
    return run.catch(() => null);
  }

  prepare();
  return {
    transpile,
    observeLearner,
    observeOwn,
    glance: (js, wanted, only, within) => glance(js, wanted, only, within),
    glanceAt,
    openTrials,
    prime(next) {
      if (closed) return;
      seed = next;
      prepare();
    },
    close() {
      closed = true;
      cancel();
      discard(box);
    },
  };
}

/** @returns what both sides made of each call, or null where one of them did not make them all. */
function pairUp(n: number, learner: Run, reference: Run): Trial[] | null {
  const replies = ({ witnesses }: Run) => witnesses.filter(wasObserved).map(replyOf);
  const ours = replies(reference);
  const theirs = replies(learner);
  if (ours.length < n || theirs.length < n) return null;
  return theirs.map((reply, i) => ({ learner: reply, reference: ours[i] }));
}

function replyOf(witness: Witness): Reply {
  if (!wasObserved(witness)) return {};
  return witness.threw ? { threw: witness.threw } : { returned: witness.value };
}

function aborted(): DOMException {
  return new DOMException('Another run took the place of this one.', 'AbortError');
}
