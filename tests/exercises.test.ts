import { describe, expect, it } from 'vitest';
import { firstUnclear, PROVEN } from '../graders/certify';
import { compare } from '../graders/compare';
import { grade } from '../graders/grade';
import { wasObserved } from '../graders/judge';
import { mutate } from '../graders/mutate';
import type { Value } from '../graders/value';
import { examplesIn } from '../tools/prompt-examples.mjs';
import { folders } from './exercise-folders';
import { inProcess } from './in-process';
import { runExample } from './run-example';

/** Seeds under which the reference must pass; the long soundness run uses many more. */
const SEEDS = [1, 2, 3, 5, 8];
/** The seed under which every mutant is diagnosed here; the soundness tests take another. */
const DIAGNOSED = 2;
/** A prompt prints six significant digits at least. */
const PRINTED = { relative: 1e-5, scaled: 0, absolute: 1e-6 };
const slugs = folders.map(folder => folder.slug);

describe.each(folders)('$slug', ({ slug, files, text, meta, grader, libraries }) => {
  it('is a folder of exactly five files with a plain name', () => {
    expect(files).toEqual(['grader.ts', 'meta.ts', 'prompt.md', 'solution.ts', 'starter.ts']);
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('requires only exercises that exist, without a cycle', async () => {
    const seen = new Set<string>();
    const visit = async (name: string, trail: string[]): Promise<void> => {
      expect(trail, 'a cycle of requirements').not.toContain(name);
      expect(slugs).toContain(name);
      seen.add(name);
      const required = await folders.find(folder => folder.slug === name)?.meta();
      for (const next of required?.requires ?? []) await visit(next, [...trail, name]);
    };
    await visit(slug, []);
    expect((await meta()).minutes).toBeGreaterThan(0);
  });

  it('has at least 12 checks and 12 mutants, each with a name of its own', async () => {
    const { checks, mutants } = await grader();
    expect(checks.length).toBeGreaterThanOrEqual(12);
    expect(mutants.length).toBeGreaterThanOrEqual(12);
    expect(new Set(checks.map(check => check.name)).size).toBe(checks.length);
    expect(new Set(mutants.map(mutant => mutant.mistake)).size).toBe(mutants.length);
    expect(new Set(mutants.map(mutant => mutant.say)).size).toBe(mutants.length);
  });

  it('has a starter that is not passed: TODOs everywhere, or faults that were planted', async () => {
    const exercise = { grader: await grader(), solution: text('solution.ts') };
    const { verdict } = await grade(
      exercise,
      text('starter.ts'),
      1,
      inProcess(exercise.grader, await libraries()),
    );
    if (verdict.kind === 'not-compiled') throw new Error('the starter does not compile');
    expect(['missed', 'crashed']).toContain(verdict.kind);
    if ((await meta()).debug) return;
    const passed = verdict.outcomes.filter(outcome => outcome.state === 'passed');
    expect(passed.map(outcome => outcome.name)).toEqual([]);
    expect(text('starter.ts')).toContain('TODO');
  });

  it('has a reference that passes every check under every seed', async () => {
    const exercise = { grader: await grader(), solution: text('solution.ts') };
    for (const seed of SEEDS) {
      const { verdict } = await grade(
        exercise,
        exercise.solution,
        seed,
        inProcess(exercise.grader, await libraries()),
      );
      if (verdict.kind === 'not-compiled') throw new Error('the reference does not compile');
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      expect(failed, `seed ${seed}`).toEqual([]);
      expect(verdict.notes).toEqual([]);
    }
  });

  it('draws different data from different seeds', async () => {
    const live = await grader();
    const workplace = inProcess(live, await libraries());
    const calls = (seed: number) =>
      JSON.stringify(workplace.observe(text('solution.ts'), seed).witnesses);
    expect(calls(1)).not.toBe(calls(2));
    expect(calls(1)).toBe(
      JSON.stringify(inProcess(live, await libraries()).observe(text('solution.ts'), 1).witnesses),
    );
  });

  it('draws data that shows every mutant clearly from the seeds that are held ready', async () => {
    const exercise = {
      grader: { ...(await grader()), pictures: [] },
      solution: text('solution.ts'),
    };
    const unclear: string[] = [];
    for (const seed of PROVEN) {
      const mistake = await firstUnclear(
        exercise,
        seed,
        inProcess(exercise.grader, await libraries()),
      );
      if (mistake) unclear.push(`${mistake} (seed ${seed})`);
    }
    expect(unclear, 'less than 100 times the tolerance from the reference').toEqual([]);
  });

  it('diagnoses every mutant as itself', async () => {
    const exercise = { grader: await grader(), solution: text('solution.ts') };
    const workplace = inProcess(exercise.grader, await libraries());
    const misnamed: string[] = [];
    // Once observed in full, none has to be observed again for each check that it might explain.
    for (const mutant of exercise.grader.mutants) {
      workplace.observe(mutate(exercise.solution, mutant), DIAGNOSED);
    }
    for (const mutant of exercise.grader.mutants) {
      const source = mutate(exercise.solution, mutant);
      const { verdict } = await grade(exercise, source, DIAGNOSED, workplace);
      if (verdict.kind === 'not-compiled') throw new Error(`${mutant.mistake} does not compile`);
      if (verdict.kind === 'passed') misnamed.push(`${mutant.mistake} passes`);
      const mistakes = verdict.diagnosis?.mistakes ?? [];
      if (mistakes.length !== 1 || mistakes[0] !== mutant.mistake) {
        misnamed.push(`${mutant.mistake} → ${mistakes.join(' | ') || 'nothing'}`);
      }
    }
    expect(misnamed).toEqual([]);
  });

  it('draws its pictures from the reference', async () => {
    const live = await grader();
    const { witnesses } = inProcess(live, await libraries()).observe(text('solution.ts'), 1);
    expect(live.pictures.length).toBeGreaterThan(0);
    for (const witness of witnesses.slice(live.checks.length)) {
      expect(wasObserved(witness) && witness.threw).toBe(undefined);
    }
  });

  it('prints in its prompt what the reference really gives', async () => {
    const examples = examplesIn(text('prompt.md'));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const received = runExample(text('solution.ts'), example, await libraries()) as Value;
      const difference = compare(received, example.expected as Value, PRINTED);
      expect(difference, `prompt.md:${example.line} ${example.code}`).toBe(null);
    }
  });
});
