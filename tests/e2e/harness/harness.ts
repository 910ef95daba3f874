import { LIBRARIES } from '../../../exercises/meta';
import { type Graded, grade, type Workplace } from '../../../graders/grade';
import type { Grader } from '../../../graders/grader';
import { judge } from '../../../graders/judge';
import { loadLibraries } from '../../../src/catalog/libraries';
import { openBench } from '../../../src/sandbox/bench';
import { buildBox, type Heard } from '../../../src/sandbox/bridge';
import { transpile } from '../../../src/sandbox/transpile';
import { openWorkplace } from '../../../src/sandbox/workplace';
import type { Case, Ending } from '../hostile/cases';
import grader from './grader';
import graderCode from './grader.ts?sandbox';
import solution from './solution.ts?raw';

/** What a test may ask of the page. Everything that comes back is plain data. */
export interface Harness {
  /** Runs JavaScript as it is (a test may write what no editor would let pass) and judges it. */
  run(js: string, seed?: number, only?: number[]): Promise<Seen>;
  /** What the run that is on has printed so far. */
  printed(): readonly string[];
  /** The whole way from a source text to a verdict. */
  grade(source: string, seed: number): Promise<Pick<Graded, 'verdict'>>;
  /** Starts runs one right after the other; says how each of them ended. */
  race(sources: string[]): Promise<string[]>;
  /** Puts a worker script of the test's own into a frame; everything heard of it until it is killed. */
  abuse(worker: string): Promise<Heard[]>;
  /** Has hostile code do its worst in the place that it takes, then a right solution run at once. */
  attack(as: Case['as'], code: string): Promise<Attacked>;
  /** The longest time that the page could not do anything since the last call, in ms. */
  stall(): number;
  readonly solution: string;
}

/** What a test sees of one run. */
export interface Seen {
  states: string[];
  witnesses: unknown[];
  atLoad?: unknown;
  loadTimedOut?: number;
  logs: string[];
  order: number[];
  ms: number;
}

/** What a test sees of one attack. */
export interface Attacked {
  readonly ended: Ending;
  /** What it printed, or had the frame forward. */
  readonly printed: readonly string[];
  /** The right solution afterwards: how it ended, and ms from the end of the attack to its verdict. */
  readonly next: { readonly ended: Ending; readonly ms: number };
  /** The longest time that the page could not do anything meanwhile, in ms. */
  readonly stall: number;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const exercise = { grader: grader as unknown as Grader, solution };
const experiments = grader.checks.length + grader.pictures.length;
let logs: string[] = [];
let order: number[] = [];

/** A test that has to be faster than the deadline asks for another one, in ms: `?deadline=60000`. */
const deadline = Number(new URLSearchParams(location.search).get('deadline') ?? 1000);
const limits = { deadline, budget: 5 * deadline };

/** A test of libraries asks for a page where both may be imported: `?libraries`. */
const allows = new URLSearchParams(location.search).has('libraries') ? LIBRARIES : [];

const workplace = openWorkplace({
  graderCode,
  experiments,
  libraries: await loadLibraries(allows),
  transpile,
  onLog: line => logs.push(line),
  onWitness: index => order.push(index),
  ...limits,
});
/** The same for JavaScript that no editor would let pass. */
const unread: Workplace = { ...workplace, transpile: async js => ({ js }) };

let longest = 0;
let beat = performance.now();
setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - beat - 10);
  beat = now;
}, 10);

const attacks: Record<Case['as'], (code: string) => Promise<Ending>> = {
  async submission(code) {
    const { verdict } = await grade(exercise, code, 1, unread);
    return verdict.kind;
  },
  async worker(code) {
    const heard = await window.harness.abuse(code);
    for (const one of heard) {
      if (one.t === 'log') logs.push(one.line);
      if (one.t === 'error') logs.push(one.message);
    }
    return (heard.at(-1) as Extract<Heard, { t: 'killed' }>).why;
  },
  async runtime(code) {
    const box = buildBox(code);
    const bench = openBench(box, { graderCode, experiments, ...limits });
    const observeLearner = async () => (await bench.run('')).run;
    await bench.boot(1);
    const { verdict } = await grade(exercise, '', 1, { ...unread, observeLearner });
    box.remove();
    return verdict.kind;
  },
};

window.harness = {
  solution,
  async run(js, seed = 1, only) {
    logs = [];
    order = [];
    const reference = await workplace.observeOwn(solution, seed);
    const began = performance.now();
    const run = await workplace.observeLearner(js, seed, only);
    const ms = performance.now() - began;
    const outcomes = judge(exercise.grader, seed, run.witnesses, reference.witnesses as never);
    return {
      states: outcomes.slice(0, experiments).map(({ state }) => state),
      witnesses: [...run.witnesses],
      atLoad: run.atLoad,
      loadTimedOut: run.loadTimedOut,
      logs,
      order,
      ms,
    };
  },
  printed: () => logs,
  async grade(source, seed) {
    const { verdict } = await grade(exercise, source, seed, workplace);
    return { verdict };
  },
  async race(sources) {
    const runs = sources.map(js => workplace.observeLearner(js, 1));
    const ends = await Promise.allSettled(runs);
    return ends.map(end => (end.status === 'fulfilled' ? 'finished' : end.reason.name));
  },
  abuse(worker) {
    const box = buildBox(worker);
    const heard: Heard[] = [];
    return new Promise(resolve => {
      box.spawn(one => {
        heard.push(one);
        if (one.t !== 'killed') return;
        box.remove();
        resolve(heard);
      });
    });
  },
  async attack(as, code) {
    logs = [];
    longest = 0;
    const ended = await attacks[as](code);
    const over = performance.now();
    const printed = logs;
    const { verdict } = await grade(exercise, solution, 1, workplace);
    const ms = performance.now() - over;
    return { ended, printed, next: { ended: verdict.kind, ms }, stall: longest };
  },
  stall() {
    const ms = longest;
    longest = 0;
    return ms;
  },
};
