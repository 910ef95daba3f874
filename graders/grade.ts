import {
  both,
  type Diagnosis,
  diagnose,
  diagnosePair,
  type Findings,
  groupOf,
  type MutantRun,
  sameAt,
} from './diagnose';
import type { Grader, Mutant } from './grader';
import { judge, remarks, type Witness, wasObserved } from './judge';
import { mutate } from './mutate';
import type { Observation, Thrown } from './observation';
import { type Smallest, smallestOf, suspectOf, type Trials } from './smallest';
import { type Outcome, type SyntaxProblem, type Verdict, verdictKind } from './verdict';

/** A source text after its types are gone, or why it could not be read. */
export type Compiled = { readonly js: string } | { readonly problems: readonly SyntaxProblem[] };

/** Everything that was seen of one module under one seed. */
export interface Run {
  /** One for each check, then one for each picture. */
  readonly witnesses: readonly Witness[];
  /** Set where the module failed while it was loaded. */
  readonly atLoad?: Thrown;
  /** Set where loading itself did not end in time. */
  readonly loadTimedOut?: number;
}

/** What the grader needs of its surroundings: a browser's sandbox, or a process on the command line. */
export interface Workplace {
  transpile(source: string): Promise<Compiled>;
  /** Runs foreign code, each time in a fresh instance. `only` names the experiments to run. */
  observeLearner(js: string, seed: number, only?: readonly number[]): Promise<Run>;
  /** Runs our own code (the reference, a mutant) in a clean instance. May remember what it saw. */
  observeOwn(source: string, seed: number, only?: readonly number[]): Promise<Run>;
  /** Makes calls of a submission and of our own code, ready at once. Without it no failure is shrunk. */
  openTrials?(js: string, solution: string): Promise<Trials>;
}

export interface Graded {
  readonly verdict: Verdict;
  /** What was seen of the submission; absent where it did not compile. */
  readonly learner?: Run;
  /** What was seen of the reference. */
  readonly reference?: Run;
  /**
   * Looks for the smallest data on which the first failure still shows. Absent where there is none to
   * look for; to be called when the verdict is out, since it takes its time. `now` tells ms.
   */
  readonly smallest?: (now: () => number) => Promise<Smallest | null>;
}

/** The search for the smallest data begins no further batch of calls after so many ms. */
const SEARCH_TIME = 2000;

export interface GradeOptions {
  /** Called with the outcomes as soon as they are known, before a diagnosis is looked for. */
  onOutcomes?: (outcomes: readonly Outcome[]) => void;
  /** Asked before each pair of mistakes is tried: is there still time? Without it no pairs are tried. */
  pairsUntil?: () => boolean;
}

/**
 * From a source text to a verdict: transpile, observe the submission and the reference under one
 * seed, judge, and look for the mistake that explains what came out.
 */
export async function grade(
  exercise: { readonly grader: Grader; readonly solution: string },
  source: string,
  seed: number,
  workplace: Workplace,
  options: GradeOptions = {},
): Promise<Graded> {
  const { grader, solution } = exercise;
  const compiled = await workplace.transpile(source);
  if ('problems' in compiled)
    return { verdict: { kind: 'not-compiled', problems: compiled.problems } };

  const [learner, reference] = await Promise.all([
    workplace.observeLearner(compiled.js, seed),
    workplace.observeOwn(solution, seed),
  ]);
  if (learner.atLoad && isSyntaxError(learner.atLoad)) {
    return { verdict: { kind: 'not-compiled', problems: [learner.atLoad] } };
  }
  const seen = observations(reference);
  let outcomes = judge(grader, seed, learner.witnesses, seen);
  if (learner.atLoad || learner.loadTimedOut !== undefined) {
    const kind = learner.atLoad ? 'crashed' : 'timed-out';
    const verdict: Verdict = { kind, outcomes, diagnosis: null, notes: [], atLoad: learner.atLoad };
    return { verdict, learner, reference };
  }
  options.onOutcomes?.(outcomes);

  const kind = verdictKind(outcomes);
  if (kind === 'passed') {
    const notes = remarks(grader, learner.witnesses, seen);
    return { verdict: { kind, outcomes, diagnosis: null, notes }, learner, reference };
  }
  outcomes = await withLeftovers(grader, outcomes, compiled.js, seed, seen, workplace);
  const diagnosis = await explain(
    exercise,
    outcomes,
    learner.witnesses,
    seen,
    seed,
    workplace,
    options,
  );
  const verdict: Verdict = { kind, outcomes, diagnosis, notes: [] };
  const smallest = searchFor(exercise, outcomes, learner, seen, compiled.js, workplace);
  return { verdict, learner, reference, smallest };
}

/** @returns the search for the smallest data, for the first check that failed, if there is one. */
function searchFor(
  { grader, solution }: { grader: Grader; solution: string },
  outcomes: readonly Outcome[],
  learner: Run,
  reference: readonly Observation[],
  js: string,
  workplace: Workplace,
): Graded['smallest'] {
  const i = outcomes.findIndex(({ state }) => state !== 'passed');
  const witness = learner.witnesses[i];
  if (!workplace.openTrials || !grader.checks[i] || !wasObserved(witness)) return undefined;
  const suspect = suspectOf(grader.checks[i], outcomes[i], witness, reference[i]);
  if (!suspect) return undefined;
  return async now => {
    const trials = await workplace.openTrials?.(js, solution);
    if (!trials) return null;
    const end = now() + SEARCH_TIME;
    try {
      return await smallestOf(suspect, trials, () => now() < end);
    } finally {
      trials.close();
    }
  };
}

function isSyntaxError({ name, onPurpose }: Thrown): boolean {
  return name === 'SyntaxError' && !onPurpose;
}

function observations(run: Run): Observation[] {
  const failed = run.witnesses.findIndex(witness => !wasObserved(witness));
  if (run.atLoad || failed >= 0) {
    throw new Error(
      `grade: the reference itself could not be run (${run.atLoad?.message ?? `experiment ${failed}`})`,
    );
  }
  return run.witnesses as Observation[];
}

/** A check that is missed after others and right on its own was spoilt by what an earlier call left behind. */
async function withLeftovers(
  grader: Grader,
  outcomes: Outcome[],
  js: string,
  seed: number,
  reference: readonly Observation[],
  workplace: Workplace,
): Promise<Outcome[]> {
  const i = outcomes.findIndex(outcome => outcome.state !== 'passed');
  const outcome = outcomes[i];
  if (i < 1 || i >= grader.checks.length || outcome.state !== 'missed') return outcomes;
  if (!outcome.failure.call) return outcomes;
  const alone = await workplace.observeLearner(js, seed, [i]);
  if (judge(grader, seed, alone.witnesses, reference)[i].state !== 'passed') return outcomes;
  const say = `${outcome.failure.say} In a fresh module this check passes: something that an earlier call left behind spoils it.`;
  return outcomes.with(i, { ...outcome, failure: { ...outcome.failure, say } });
}

/**
 * Looks for the mistake that gives the learner's outputs. Where one explains the values and the guards
 * fail as well, or the other way round, the other failure is looked into by itself.
 */
async function explain(
  exercise: { grader: Grader; solution: string },
  outcomes: readonly Outcome[],
  learner: readonly Witness[],
  reference: readonly Observation[],
  seed: number,
  workplace: Workplace,
  options: GradeOptions,
): Promise<Diagnosis | null> {
  const { grader } = exercise;
  const failed = grader.checks.map((_, i) => i).filter(i => outcomes[i].state !== 'passed');
  const headline = failed[0];
  const isOpen = (i: number | undefined): i is number =>
    i !== undefined && (outcomes[i].state === 'missed' || outcomes[i].state === 'crashed');
  if (!isOpen(headline)) return null;
  const findings = { grader, outcomes, learner, reference, headline };
  const candidates = observing(exercise, findings, seed, workplace);

  const diagnosis = diagnose(findings, await candidates.single(headline));
  if (diagnosis?.from === 'mutant') {
    const other = failed.find(i => groupOf(grader, i) !== groupOf(grader, headline));
    if (!isOpen(other)) return diagnosis;
    const further = { ...findings, headline: other };
    const second = diagnose(further, await candidates.single(other));
    const isNew = second?.from === 'mutant' && second.mistakes[0] !== diagnosis.mistakes[0];
    return isNew ? both(diagnosis, second) : diagnosis;
  }
  if (diagnosis?.from === 'class' || !options.pairsUntil) return diagnosis;
  const pairs = await candidates.pairs(headline, options.pairsUntil);
  return diagnosePair(findings, pairs) ?? diagnosis;
}

/**
 * Runs mutants as candidates for one failure. Each is first run on the check that failed alone; only
 * if that fits, on all of them.
 */
function observing(
  { grader, solution }: { grader: Grader; solution: string },
  { learner, reference }: Findings,
  seed: number,
  workplace: Workplace,
) {
  const checks = grader.checks.map((_, i) => i);
  const silent = new Set<Mutant>();

  const glimpse = async (mutants: readonly Mutant[], headline: number): Promise<Witness> => {
    const source = mutate(solution, ...mutants);
    return (await workplace.observeOwn(source, seed, [headline])).witnesses[headline];
  };
  const runIfFits = async (mutants: readonly Mutant[], headline: number, glimpsed: Witness) => {
    if (!sameAt(grader, headline, learner[headline], glimpsed)) return [];
    const source = mutate(solution, ...mutants);
    const { witnesses } = await workplace.observeOwn(source, seed, checks);
    return [{ mutants, witnesses }];
  };

  return {
    async single(headline: number): Promise<MutantRun[]> {
      const runs: MutantRun[] = [];
      silent.clear();
      for (const mutant of grader.mutants) {
        const glimpsed = await glimpse([mutant], headline);
        if (sameAt(grader, headline, glimpsed, reference[headline])) silent.add(mutant);
        runs.push(...(await runIfFits([mutant], headline, glimpsed)));
      }
      return runs;
    },
    /** To be called after `single` for the same check. */
    async pairs(headline: number, until: () => boolean): Promise<MutantRun[]> {
      const runs: MutantRun[] = [];
      for (const pair of pairsOf(grader.mutants, solution)) {
        if (!until()) break;
        // Two mistakes that are silent here one by one are hardly ever loud together.
        if (pair.every(mutant => silent.has(mutant))) continue;
        runs.push(...(await runIfFits(pair, headline, await glimpse(pair, headline))));
      }
      return runs;
    },
  };
}

/** Two mutants make a pair where the second's fragment still occurs once after the first is in. */
function* pairsOf(mutants: readonly Mutant[], solution: string): Generator<[Mutant, Mutant]> {
  for (let i = 0; i < mutants.length; i += 1) {
    for (let j = i + 1; j < mutants.length; j += 1) {
      const once = mutate(solution, mutants[i]).split(mutants[j].insteadOf).length === 2;
      if (once) yield [mutants[i], mutants[j]];
    }
  }
}
