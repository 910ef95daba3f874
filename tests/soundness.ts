import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { grade } from '../graders/grade';
import { judge } from '../graders/judge';
import { mutate } from '../graders/mutate';
import type { Observation } from '../graders/observation';
import { folders } from './exercise-folders';
import { inProcess } from './in-process';
import { submissions } from './submissions';

/** How far the verdicts and the diagnoses of one exercise can be trusted, counted. */
export interface Soundness {
  readonly slug: string;
  readonly seeds: number;
  /** Runs of the reference with one fragment changed. */
  readonly mutants: Count;
  /** Diagnoses of single mutants, one for each run. */
  readonly named: { itself: number; class: number; not: number; other: number };
  /** Right solutions written apart from the reference; `of` runs, `hit` turned away. */
  readonly right: Count;
  /** Wrong whole files; `of` runs, `hit` caught. */
  readonly wrong: Count;
  /** What went otherwise than it should, by name and seed. */
  readonly exceptions: readonly string[];
  /** Milliseconds of one observation of the reference, in Node, without a sandbox. */
  readonly ms: number;
}

interface Count {
  hit: number;
  of: number;
}

export const slugs = folders.map(({ slug }) => slug);

/** Measures one exercise under `seeds` seeds; `report` hears how far it has come, 0 to 1. */
export async function measure(
  slug: string,
  seeds: number,
  report: (share: number) => void,
): Promise<Soundness> {
  const folder = folders.find(one => one.slug === slug);
  if (!folder) throw new RangeError(`There is no exercise ${slug}, only ${slugs.join(', ')}.`);
  // Pictures are drawn, not judged.
  const grader = { ...(await folder.grader()), pictures: [] };
  const solution = folder.text('solution.ts');
  const exercise = { grader, solution };
  const files = (kind: 'alternatives' | 'mistakes') =>
    existsSync(join(import.meta.dirname, kind, slug)) ? submissions(kind, slug) : [];
  const [right, wrong] = [files('alternatives'), files('mistakes')];
  const counts = {
    mutants: { hit: 0, of: 0 },
    named: { itself: 0, class: 0, not: 0, other: 0 },
    right: { hit: 0, of: 0 },
    wrong: { hit: 0, of: 0 },
  };
  const exceptions: string[] = [];
  let ms = 0;

  for (let seed = 1; seed <= seeds; seed += 1) {
    const workplace = inProcess(grader);
    const began = performance.now();
    const reference = workplace.observe(solution, seed).witnesses as Observation[];
    ms += performance.now() - began;

    const passes = (source: string) => {
      const run = workplace.observe(source, seed);
      return (
        !run.atLoad &&
        judge(grader, seed, run.witnesses, reference).every(({ state }) => state === 'passed')
      );
    };
    const count = (counter: Count, hit: boolean, wanted: boolean, name: string) => {
      counter.of += 1;
      if (hit) counter.hit += 1;
      if (hit !== wanted) exceptions.push(`${name} (seed ${seed})`);
    };

    for (const mutant of grader.mutants) {
      const source = mutate(solution, mutant);
      count(counts.mutants, !passes(source), true, mutant.mistake);
      const { verdict } = await grade(exercise, source, seed, workplace);
      const mistakes = 'diagnosis' in verdict ? (verdict.diagnosis?.mistakes ?? []) : [];
      const isNamed = mistakes.includes(mutant.mistake);
      if (isNamed) counts.named[mistakes.length === 1 ? 'itself' : 'class'] += 1;
      else counts.named[mistakes.length === 0 ? 'not' : 'other'] += 1;
      if (!isNamed)
        exceptions.push(
          `${mutant.mistake}: named ${mistakes.join(', ') || 'nothing'} (seed ${seed})`,
        );
    }
    for (const { name, source } of right) count(counts.right, !passes(source), false, name);
    for (const { name, source } of wrong) count(counts.wrong, !passes(source), true, name);
    report(seed / seeds);
  }
  return { slug, seeds, ...counts, exceptions, ms: ms / seeds };
}
