import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { ContentError } from '../../tools/content/problems.mjs';
import { readCard } from '../../tools/content/read-card.mjs';
import { cards } from '../../tools/vite/cards.mjs';
import { CARD } from './card';

const FILE = 'exercises/rehearsal/breadth/p-value.md';

/** What is wrong with a card after one change, or nothing. */
function problems(find: string, replace: string, file = FILE): string {
  expect(CARD).toContain(find);
  try {
    readCard(
      CARD.replace(find, () => replace),
      file,
    );
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as ContentError).message;
  }
  return '';
}

test('a card is read with its formulas typeset and its numbers worked out', () => {
  const card = readCard(CARD, FILE);
  expect(card).toMatchObject({
    id: 'breadth/p-value',
    type: 'breadth',
    minutes: 1.5,
    topic: 'statistics',
    exercises: ['ab-test'],
    ladder: [],
    answer: '',
    criteria: [],
  });
  expect(card.prompt).toContain('class="katex"');
  expect(card.points.map(({ critical }: { critical: boolean }) => critical)).toEqual([
    true,
    false,
    false,
  ]);
  expect(card.points[0].text).not.toContain('★');
  expect(card.traps[0]).toMatchObject({ critical: true });
  expect(card.checks).toMatchObject([{ tolerance: 0.005 }]);
  expect(card.checks[0].value).toBeCloseTo(0.6415, 4);
});

test('a formula stands in its sentence without a space more', () => {
  const [, second] = readCard(CARD, FILE).points;
  expect(second.text).toMatch(/with <span[\s\S]*<\/span>\.$/);
  const [way] = readCard(CARD.replace('works with', 'has ($x$), *with*'), FILE).reframings;
  expect(way.replace(/<span[\s\S]*<\/span>/, 'x')).toBe('So it has (x), <em>with</em> 97\u00a0%?');
});

test('the name of a point is made of its words: another text is another point', () => {
  const [first] = readCard(CARD, FILE).points;
  const [same] = readCard(CARD.replace('minutes: 1.5', 'minutes: 1'), FILE).points;
  const [other] = readCard(CARD.replace('at least as extreme', 'as extreme'), FILE).points;
  expect(same.id).toBe(first.id);
  expect(other.id).not.toBe(first.id);
});

test.each([
  ['---\ntitle', 'title', /:1: a card begins with front matter/],
  ['title: What a p-value is', `title: ${'long '.repeat(20)}`, /:2: title: .*60 characters/],
  ['number: 38', 'number: 0', /:3: number: /],
  ['minutes: 1.5', 'minutes: 90', /:4: minutes: /],
  ['topic: statistics', 'topic: magic', /:5: topic: /],
  ['levels: [junior, mid]', 'levels: [expert]', /:6: levels\.0: /],
  ['roles: [all]', 'roles: [all, vision]', /:7: roles/],
  ['1 - 0.95^20 = 0.642', '1 - 0.95^20 = 0.643', /:12: "1 - 0\.95\^20" is 0\.64.*, not 0\.643/],
  ['1 - 0.95^20 = 0.642', '1 - 0.95^20', /:12: write "expression = number"/],
  ['1 - 0.95^20 = 0.642', '1 - q^20 = 0.642', /:12: "1 - q\^20" is not a number/],
  ['Your test gave $p = 0.03$. Say what that means.', '', /:1: there is no prompt/],
  ['$p = 0.03$', '$p = \\fraq{1}$', /:15: /],
  ['Say what', 'Say <b>what</b>', /:15: raw HTML is not allowed/],
  ['Say what', 'Say in 1234 words what', /:15: 1234 is not among the numbers/],
  ['## Other ways it is asked', '## Other ways', /:17: "Other ways" is none of/],
  ['## Follow-ups', '## Traps', /:25: "## Key points" comes before "## Traps"/],
  ['- What would you report instead? *An interval.*', 'Report.', /:21: .*one bullet list/],
  ['★ ', '', /:25: mark at least one key point as critical/],
  ['- It says nothing about size.\n', '', /:25: there are 2 key points; .* 3 to 6/],
  ['`1 - 0.95^20` ± 0.005', '`1 - 0.95^20`', /:38: a check ends in `expression` ± tolerance/],
  ['`1 - 0.95^20` ± 0.005', '`1 / 0` ± 0.005', /:38: "1 \/ 0" is not a number/],
  ['## Checks', '## Ladder', /:36: "## Ladder" comes before/],
])('what is wrong is named with its line: %#', (find, replace, says) => {
  expect(problems(find, replace)).toMatch(says);
  expect(problems(find, replace)).toContain(`${FILE}:`);
});

test('a type asks for its own sections', () => {
  const of = (type: string) => problems('---', '---', `exercises/rehearsal/${type}/p-value.md`);
  expect(of('derivation')).toMatch(/"## Answer" is missing/);
  expect(of('derivation')).toMatch(/"## Rubric" is missing/);
  expect(of('depth')).toMatch(/"## Ladder" is missing/);
  expect(of('magic')).toMatch(/:1: there is no type of card "magic"/);
  expect(problems('---', '---', 'exercises/rehearsal/breadth/P value.md')).toMatch(/plain words/);
});

describe('the build', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'cards-'));
  const folder = path.join(root, 'exercises/rehearsal/breadth');
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  /** Loads a module of the plugin, as the bundler does. */
  async function load(id: string): Promise<string> {
    const plugin = cards() as unknown as {
      configResolved(config: { root: string }): void;
      load(this: object, id: string): Promise<{ code: string }>;
    };
    plugin.configResolved({ root });
    const context = {
      addWatchFile() {},
      error({ message, loc }: { message: string; loc: { file: string; line: number } }) {
        throw new Error(`${loc.file}:${loc.line} ${message}`);
      },
    };
    return (await plugin.load.call(context, id)).code;
  }

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    write('p-value.md', CARD);
    write('other.md', CARD.replace('number: 38', 'number: 2').replace('What a', 'Another'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it('lists cards by type and number without their words, and whole ones by type', async () => {
    const list = await load('\0virtual:cards');
    expect(list.indexOf('breadth/other')).toBeLessThan(list.indexOf('breadth/p-value'));
    expect(list).not.toContain('Data at least as extreme');
    expect(list).toContain('"breadth": () => import(');
    expect(list).not.toContain('"design": () =>');
    expect(await load('\0cards-of:breadth')).toContain('Data at least as extreme');
  });

  it('fails with file and line where a card is wrong', async () => {
    write('wrong.md', CARD.replace('topic: statistics', 'topic: magic'));
    await expect(load('\0virtual:cards')).rejects.toThrow(/breadth\/wrong\.md:5 .*topic/);
    rmSync(path.join(folder, 'wrong.md'));
  });
});
