import { describe, expect, it } from 'vitest';
import { firstUnclear, PROVEN } from '../graders/certify';
import { compare } from '../graders/compare';
import { grade } from '../graders/grade';
import { wasObserved } from '../graders/judge';
import { mutate } from '../graders/mutate';
import { drawing } from '../graders/random';
import type { Table } from '../graders/tries';
import type { Value } from '../graders/value';
import { classicsFor } from '../src/plots/classic';
import { type Sketch, sketchOf } from '../src/plots/sketch';
import { readPrompt } from '../tools/content/read-prompt.mjs';
import { examplesIn } from '../tools/prompt-examples.mjs';
import { folders } from './exercise-folders';
import { inProcess } from './in-process';
import { smallTables } from './plots/small-tables';
import { runExample } from './run-example';
import { submissions } from './submissions';

/** Seeds under which the reference must pass; the long soundness run uses many more. */
const SEEDS = [1, 2, 3, 5, 8];
/** The seed under which every mutant is diagnosed here; the soundness tests take another. */
const DIAGNOSED = 2;
/** A prompt prints six significant digits at least. */
const PRINTED = { relative: 1e-5, scaled: 0, absolute: 1e-6 };
const slugs = folders.map(folder => folder.slug);

describe.each(folders)('$slug', ({ slug, files, text, meta, grader, libraries }) => {
  it('is a folder of exactly five files with a plain name', () => {
    const five = ['grader.ts', 'meta.ts', 'prompt.md', 'solution.ts', 'starter.ts'];
    expect(files, `exercises/code/${slug} holds these five files and nothing else`).toEqual(five);
    expect(slug, 'rename the folder: plain words with hyphens').toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('has a prompt with every section', () => {
    // Its error names the line and says what belongs there.
    expect(readPrompt(text('prompt.md'), 'prompt.md').hints).toHaveLength(3);
  });

  it('requires only exercises that exist, without a cycle', async () => {
    const seen = new Set<string>();
    const visit = async (name: string, trail: string[]): Promise<void> => {
      expect(trail, 'meta.ts: requires goes round in a circle').not.toContain(name);
      expect(slugs, 'meta.ts: requires names folders of exercises/code').toContain(name);
      seen.add(name);
      const required = await folders.find(folder => folder.slug === name)?.meta();
      for (const next of required?.requires ?? []) await visit(next, [...trail, name]);
    };
    await visit(slug, []);
    expect((await meta()).minutes, 'meta.ts: minutes').toBeGreaterThan(0);
  });

  it('has at least 12 checks and 12 mutants, each with a name of its own', async () => {
    const { checks, mutants } = await grader();
    const few = 'grader.ts: write more; exercises/README.md says where mistakes are found';
    expect(checks.length, few).toBeGreaterThanOrEqual(12);
    expect(mutants.length, few).toBeGreaterThanOrEqual(12);
    const twice = 'grader.ts: these are there twice; give each words of its own';
    expect(repeated(checks.map(check => check.name)), twice).toEqual([]);
    expect(repeated(mutants.map(mutant => mutant.mistake)), twice).toEqual([]);
    expect(repeated(mutants.map(mutant => mutant.say)), twice).toEqual([]);
  });

  it('has a starter that is not passed: TODOs everywhere, or faults that were planted', async () => {
    const exercise = { grader: await grader(), solution: text('solution.ts') };
    const { verdict } = await grade(
      exercise,
      text('starter.ts'),
      1,
      inProcess(exercise.grader, await libraries()),
    );
    if (verdict.kind === 'not-compiled') throw new Error('starter.ts does not compile');
    expect(['missed', 'crashed'], 'starter.ts must not pass').toContain(verdict.kind);
    if ((await meta()).debug) return;
    const passed = verdict.outcomes.filter(outcome => outcome.state === 'passed');
    expect(
      passed.map(outcome => outcome.name),
      "starter.ts: each body is throw new Error('TODO: <function>'); a check that passes it asks for nothing",
    ).toEqual([]);
    expect(text('starter.ts'), "starter.ts: throw new Error('TODO: …')").toContain('TODO');
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
      if (verdict.kind === 'not-compiled') throw new Error('solution.ts does not compile');
      const failed = verdict.outcomes.filter(outcome => outcome.state !== 'passed');
      const say = `solution.ts or these checks of grader.ts are wrong (seed ${seed})`;
      expect(failed, say).toEqual([]);
      expect(
        verdict.notes,
        'solution.ts: exports what the prompt names, in full precision',
      ).toEqual([]);
    }
  });

  it('draws different data from different seeds', async () => {
    const live = await grader();
    const workplace = inProcess(live, await libraries());
    const calls = (seed: number) =>
      JSON.stringify(workplace.observe(text('solution.ts'), seed).witnesses);
    expect(calls(1), 'grader.ts: the bench draws nothing').not.toBe(calls(2));
    expect(calls(1), 'grader.ts: chance comes from the seed alone').toBe(
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
    const say =
      'grader.ts: no check shows these by 100 times its tolerance; widen the data of one, or add a fixed case';
    expect(unclear, say).toEqual([]);
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
      if (verdict.kind === 'not-compiled')
        throw new Error(`grader.ts: the mutant “${mutant.mistake}” does not compile`);
      if (verdict.kind === 'passed') misnamed.push(`${mutant.mistake} passes`);
      const mistakes = verdict.diagnosis?.mistakes ?? [];
      if (mistakes.length !== 1 || mistakes[0] !== mutant.mistake) {
        misnamed.push(`${mutant.mistake} → ${mistakes.join(' | ') || 'nothing'}`);
      }
    }
    const say =
      'grader.ts: what passes needs a check; what has another name gives the same numbers, so keep one of the two or add data that tells them apart';
    expect(misnamed, say).toEqual([]);
  });

  it('has six right and twenty wrong files written by other hands', () => {
    const few = 'write whole files from the prompt alone; exercises/README.md says how';
    expect(submissions('alternatives', slug).length, few).toBeGreaterThanOrEqual(6);
    expect(submissions('mistakes', slug).length, few).toBeGreaterThanOrEqual(20);
  });

  it('draws its pictures from the reference', async () => {
    const live = await grader();
    const { witnesses } = inProcess(live, await libraries()).observe(text('solution.ts'), 1);
    expect(live.pictures.length, 'grader.ts: a picture of the learner’s run').toBeGreaterThan(0);
    for (const witness of witnesses.slice(live.checks.length)) {
      const failed = wasObserved(witness) && witness.threw;
      expect(failed, 'grader.ts: a picture fails on the reference').toBe(undefined);
    }
  });

  it('draws its pictures again on whatever may be changed in them', async () => {
    const live = await grader();
    const { tries } = live;
    if (!tries) return;
    const bench = live.bench(drawing(1)) as never;
    const given = tries.table;
    const drawn = given?.of(bench) ?? { X: [] };
    const knobsOn = (table: Table) => tries.knobs?.map(knob => knob.start(bench, table)) ?? [];
    const knobs = knobsOn(drawn);
    const ends = tries.knobs?.map(({ low, high }) => [low(bench, drawn), high(bench, drawn)]) ?? [];
    const known = given ? classicsFor(given.kind, given.classes) : [];
    const tables = [
      ...known.map(one => ({ ...one, refusable: false })),
      ...(given ? smallTables(given) : []),
    ];
    const choices = [
      { table: drawn, own: false, knobs, refusable: false },
      ...ends.flatMap((both, i) =>
        both.map(end => ({
          table: drawn,
          own: false,
          knobs: knobs.with(i, end),
          refusable: false,
        })),
      ),
      ...tables.map(({ make, refusable }) => {
        const table = make();
        return { table, own: true, knobs: knobsOn(table), refusable };
      }),
    ];
    const { observeOn } = inProcess(live, await libraries());
    for (const choice of choices) {
      const instead = tries.bench(choice, bench);
      const { witnesses } = observeOn(text('solution.ts'), instead);
      live.pictures.forEach((picture, i) => {
        const witness = witnesses[live.checks.length + i];
        const threw = wasObserved(witness) ? witness.threw : undefined;
        if (choice.refusable && threw) return;
        const value = wasObserved(witness) && !threw ? witness.value : undefined;
        const scene = { bench: instead, table: choice.table };
        const say = `grader.ts: “${picture.title}” is not drawn on what tries.bench gives`;
        const sketch = sketchOf(picture, value, value, scene);
        expect(sketch, say).not.toBe(null);
        expect(inWords(sketch), say).not.toMatch(/NaN|no finite/);
      });
    }
  });

  it('prints in its prompt what the reference really gives', async () => {
    const examples = examplesIn(text('prompt.md'));
    expect(examples.length, 'prompt.md: an example by hand, with // → value').toBeGreaterThan(0);
    for (const example of examples) {
      const received = runExample(text('solution.ts'), example, await libraries()) as Value;
      const difference = compare(received, example.expected as Value, PRINTED);
      expect(difference, `prompt.md:${example.line} ${example.code}`).toBe(null);
    }
  });
});

/** All that a picture says in words and numbers. */
function inWords(sketch: Sketch | null): string {
  const steps = Array.from({ length: (sketch?.steps?.last ?? -1) + 1 }, (_, t) => t);
  return [sketch?.words, ...steps.map(step => sketch?.steps?.say(step)), sketch?.rows].join(' ');
}

/** The words that occur more than once. */
function repeated(words: readonly string[]): string[] {
  return words.filter((word, i) => words.indexOf(word) < i);
}
