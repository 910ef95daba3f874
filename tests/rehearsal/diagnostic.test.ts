import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grader } from '../../graders/grader';
import { stagesOf } from '../../graders/stages';
import { ROLES } from '../../src/planning/roles';
import { LEVELS } from '../../src/planning/weights';
import {
  CODE_CHOICES,
  type CodeChoice,
  DIAGNOSTIC,
  drawDiagnostic,
  FIRST_FUNCTIONS,
} from '../../src/rehearsal/diagnostic';
import { inProcess } from '../in-process';
import { cards } from '../planning/few';

const CODE = '../../exercises/code/*/';
const graders = import.meta.glob<Grader>('../../exercises/code/*/grader.ts', {
  import: 'default',
});
const solutions = import.meta.glob<string>('../../exercises/code/*/solution.ts', {
  query: '?raw',
  import: 'default',
});
const drawn = (seed: number, who = { role: 'generalist', level: 'mid' as const }, rank = () => 0) =>
  drawDiagnostic('decision-tree', cards, who, rank, seed);
const byId = new Map(cards.map(card => [card.id, card]));

describe('a diagnostic', () => {
  test('is twelve short questions, an exercise, an outline and an experiment, in half an hour', () => {
    const who = fc.record({
      role: fc.constantFrom(...ROLES),
      level: fc.constantFrom(...LEVELS),
    });
    fc.assert(
      fc.property(fc.nat(), who, (seed, { role, level }) => {
        const { parts } = drawDiagnostic('decision-tree', cards, { role, level }, () => 0, seed);
        expect(parts.map(({ kind, minutes }) => [kind, minutes])).toEqual([
          ['breadth', 10],
          ['coding', 12],
          ['design', 5],
          ['design', 3],
        ]);
        expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(DIAGNOSTIC);
        expect(new Set(parts[0].items).size).toBe(12);
        expect(parts.slice(1).map(({ items }) => items.length)).toEqual([1, 1, 1]);
        expect(parts[2].items[0]).toMatch(/^design\//);
        expect(parts[3].items[0]).toMatch(/^experiment\//);
      }),
      { seed: 53, numRuns: 100 },
    );
  });

  test('asks on as many subjects as it can, and the same by the same seed', () => {
    const subjects = (seed: number) =>
      drawn(seed).parts[0].items.map(id => byId.get(id)?.topic as string);
    for (const seed of [1, 2, 3]) expect(new Set(subjects(seed)).size).toBe(12);
    expect(drawn(5)).toEqual(drawn(5));
    expect(drawn(5)).not.toEqual(drawn(6));
  });

  test('draws what has the lower rank', () => {
    const rank = (id: string) => (id === 'design/payment-fraud' || id.includes('p-value') ? 0 : 1);
    for (const seed of [1, 2, 3]) {
      const draw = drawDiagnostic(
        'decision-tree',
        cards,
        { role: 'generalist', level: 'mid' },
        rank,
        seed,
      );
      expect(draw.parts[2].items).toEqual(['design/payment-fraud']);
      expect(draw.parts[0].items).toContain('breadth/p-value');
    }
  });

  test('has numbers to ask in every experiment', async () => {
    const files = import.meta.glob<string>('../../exercises/rehearsal/experiment/*.md', {
      query: '?raw',
      import: 'default',
    });
    for (const load of Object.values(files)) expect(await load()).toMatch(/^## Checks$/m);
  });

  test.each(CODE_CHOICES)('knows the first two functions of %s and their checks', async slug => {
    const file = (name: string) => CODE.replace('*', slug) + name;
    const grader = await graders[file('grader.ts')]();
    const { witnesses } = inProcess(grader).observe(await solutions[file('solution.ts')](), 7);
    const first = stagesOf(witnesses, grader.checks.length).slice(0, 2);
    const { names, checks } = FIRST_FUNCTIONS[slug as CodeChoice];
    expect(first.map(({ name }) => name)).toEqual(names);
    expect(first.flatMap(stage => stage.checks)).toHaveLength(checks);
  });
});
