import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Count, Named, Soundness } from '../../exercises/soundness';
import { sameAt } from '../../graders/diagnose';
import { grade } from '../../graders/grade';
import type { Mutant } from '../../graders/grader';
import { judge } from '../../graders/judge';
import { mutate } from '../../graders/mutate';
import type { Observation } from '../../graders/observation';
import type { Verdict } from '../../graders/verdict';
import { folders } from '../exercise-folders';
import { inProcess } from '../in-process';
import { submissions } from '../submissions';

/** What is published, and what only the one who measures wants to know. */
export interface Measured extends Soundness {
  /** Checks that are the first to fail, and so the only ones to speak, for no mutant, pair or wrong file. */
  readonly unneeded: readonly string[];
  /** What went otherwise than it should, by name and seed. */
  readonly exceptions: readonly string[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

export interface Effort {
  /** Seeds for single mistakes and whole files. */
  readonly seeds: number;
  /** Seeds for pairs. */
  readonly pairSeeds: number;
  /** How many of the pairs are tried at most, spread over all of them. */
  readonly mostPairs?: number;
  /** How many right and how many wrong files are graded at most, spread over all of them. */
  readonly mostFiles?: number;
}

/** Seeds that no measurement takes. */
const OTHER_SEEDS = [1001, 1002, 1003];

/** Wrong whole files are graded under one seed of so many: a diagnosis costs far more than a verdict. */
const WRONG_EVERY = 10;

export const slugs = folders.map(({ slug }) => slug);

/** Measures one exercise; `report` hears how far it has come, 0 to 1. */
export async function measure(
  slug: string,
  { seeds, pairSeeds, mostPairs, mostFiles }: Effort,
  report: (share: number) => void = () => {},
): Promise<Measured> {
  const folder = folders.find(one => one.slug === slug);
  if (!folder) throw new RangeError(`There is no exercise ${slug}, only ${slugs.join(', ')}.`);
  // Pictures are drawn, not judged.
  const grader = { ...(await folder.grader()), pictures: [] };
  const solution = folder.text('solution.ts');
  const libraries = await folder.libraries();
  const exercise = { grader, solution };
  const files = (kind: 'alternatives' | 'mistakes') =>
    existsSync(join(import.meta.dirname, '..', kind, slug))
      ? spread(submissions(kind, slug), mostFiles)
      : [];
  const [right, wrong] = [files('alternatives'), files('mistakes')];
  const pairs = spread(pairsOf(grader.mutants, solution), mostPairs);

  const exceptions: string[] = [];
  const needed = new Set<number>();
  const time = { observe: 0, grade: 0 };
  const singles = { caught: count(), named: named() };
  const doubles = { caught: count(), named: named() };
  const cancelling = new Set<string>();
  const turnedAway = count();
  const caught = count();
  let filesNamed = 0;

  /** Grades under one seed, and notes which check is the first to fail. */
  const gradeOne = async (
    source: string,
    seed: number,
    workplace: ReturnType<typeof inProcess>,
    withPairs = false,
  ): Promise<Verdict> => {
    const { verdict } = await grade(exercise, source, seed, workplace, {
      pairsUntil: withPairs ? () => true : undefined,
    });
    if ('outcomes' in verdict) {
      needed.add(verdict.outcomes.findIndex(({ state }) => state !== 'passed'));
    }
    return verdict;
  };

  /** Whether two mistakes together are but another way to make the one named: the same numbers under other seeds too. */
  const isSame = (pair: readonly Mutant[], said: readonly string[]): boolean => {
    const named = grader.mutants.filter(({ mistake }) => said.includes(mistake));
    return OTHER_SEEDS.every(seed => {
      const workplace = inProcess(grader, libraries);
      const observe = (mutants: readonly Mutant[]) =>
        workplace.observe(mutate(solution, ...mutants), seed).witnesses;
      const [made, called] = [observe(pair), observe(named)];
      return grader.checks.every((_, i) => sameAt(grader, i, made[i], called[i]));
    });
  };

  for (let seed = 1; seed <= seeds; seed += 1) {
    const workplace = inProcess(grader, libraries);
    let began = process.cpuUsage();
    const reference = workplace.observe(solution, seed).witnesses as Observation[];
    time.observe += msSince(began);
    // What has been observed in full need not be observed again for each check that it might explain.
    for (const mutant of grader.mutants) workplace.observe(mutate(solution, mutant), seed);

    began = process.cpuUsage();
    for (const mutant of grader.mutants) {
      const verdict = await gradeOne(mutate(solution, mutant), seed, workplace);
      const name = `${mutant.mistake} (seed ${seed})`;
      tally(singles.caught, verdict.kind !== 'passed');
      if (verdict.kind === 'passed') exceptions.push(`passes: ${name}`);
      const found = naming(verdict, [mutant]);
      singles.named[found.as] += 1;
      if (found.as === 'not' || found.as === 'other')
        exceptions.push(`named ${found.said || 'nothing'}: ${name}`);
    }
    time.grade += msSince(began) / grader.mutants.length;

    for (const { name, source } of right) {
      const run = workplace.observe(source, seed);
      const outcomes = run.atLoad ? [] : judge(grader, seed, run.witnesses, reference);
      const failure = outcomes.find(({ state }) => state !== 'passed');
      const rejected = outcomes.length === 0 || failure !== undefined;
      tally(turnedAway, rejected);
      if (rejected) exceptions.push(`turned away: ${name}, ${failure?.name} (seed ${seed})`);
    }
    for (const { name, source } of seed % WRONG_EVERY === 1 ? wrong : []) {
      const verdict = await gradeOne(source, seed, workplace);
      tally(caught, verdict.kind !== 'passed');
      if (verdict.kind === 'passed') exceptions.push(`passes: ${name} (seed ${seed})`);
      if (saidOf(verdict).length > 0) filesNamed += 1;
    }

    if (seed <= pairSeeds) {
      if (mostFiles === undefined)
        for (const pair of pairs) workplace.observe(mutate(solution, ...pair), seed);
      for (const [i, pair] of pairs.entries()) {
        const verdict = await gradeOne(mutate(solution, ...pair), seed, workplace, true);
        const name = pair.map(({ mistake }) => mistake).join(' + ');
        tally(doubles.caught, verdict.kind !== 'passed');
        if (verdict.kind === 'passed') {
          cancelling.add(name);
          continue;
        }
        const found = naming(verdict, pair);
        const as = found.as === 'other' && isSame(pair, saidOf(verdict)) ? 'class' : found.as;
        doubles.named[as] += 1;
        if (as === 'other') exceptions.push(`pair named ${found.said}: ${name} (seed ${seed})`);
        report((seed - 1 + i / pairs.length) / seeds);
      }
    }
    report(seed / seeds);
  }

  return {
    slug,
    seeds,
    checks: grader.checks.length,
    mutants: { kinds: grader.mutants.length, ...singles },
    pairs: { seeds: Math.min(pairSeeds, seeds), ...doubles, cancelling: [...cancelling] },
    right: { files: right.length, turnedAway },
    wrong: { files: wrong.length, caught, named: filesNamed },
    unneeded: grader.checks.filter((_, i) => !needed.has(i)).map(({ name }) => name),
    exceptions,
    ms: { observe: time.observe / seeds, grade: time.grade / seeds },
  };
}

/** The time of the processors that was spent since then, in ms; a busy machine spends no more. */
function msSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

const count = (): Open<Count> => ({ hit: 0, of: 0 });
const named = (): Open<Named> => ({ itself: 0, class: 0, part: 0, not: 0, other: 0 });

function tally(counter: Open<Count>, hit: boolean): void {
  counter.of += 1;
  if (hit) counter.hit += 1;
}

const saidOf = (verdict: Verdict): readonly string[] =>
  'diagnosis' in verdict ? (verdict.diagnosis?.mistakes ?? []) : [];

/** How the diagnosis of a submission stands to the mistakes that are known to be in it. */
function naming(verdict: Verdict, mutants: readonly Mutant[]): { as: keyof Named; said: string } {
  const said = saidOf(verdict);
  const made = mutants.map(({ mistake }) => mistake);
  const inside = made.filter(mistake => said.includes(mistake)).length;
  const as =
    said.length === 0
      ? 'not'
      : inside === 0
        ? 'other'
        : inside === made.length
          ? said.length === made.length
            ? 'itself'
            : 'class'
          : said.length === inside
            ? 'part'
            : 'class';
  return { as, said: said.join(' | ') };
}

/** All pairs whose second fragment still stands once after the first is changed. */
function pairsOf(mutants: readonly Mutant[], solution: string): [Mutant, Mutant][] {
  return mutants.flatMap((first, i) => {
    const changed = mutate(solution, first);
    return mutants
      .slice(i + 1)
      .filter(second => changed.split(second.insteadOf).length === 2)
      .map((second): [Mutant, Mutant] => [first, second]);
  });
}

/** At most so many of a list, evenly spread over it. */
function spread<T>(list: readonly T[], most = Number.POSITIVE_INFINITY): T[] {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, i) => i % step === 0);
}
