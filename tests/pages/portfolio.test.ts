import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { portfolioOf, zipped } from '../../src/pages/data/portfolio';
import type { Attempt } from '../../src/progress/store';

const attempt = (more: Partial<Attempt>): Attempt => ({
  slug: 'k-means',
  at: Date.UTC(2027, 0, 31, 12),
  revision: 1,
  seed: 7,
  text: 'export const one = 1;\n',
  kind: 'passed',
  passed: 58,
  total: 58,
  diagnosis: null,
  ...more,
});

describe('the archive of solved exercises', () => {
  it('has a file for each with the text that passed last, and a list of them', () => {
    const files = portfolioOf([
      attempt({}),
      attempt({ at: Date.UTC(2027, 1, 2, 12), text: 'export const two = 2;\n' }),
      attempt({ at: Date.UTC(2027, 1, 3, 12), text: 'export const three = 3;', kind: 'missed' }),
      attempt({ slug: 'attention', text: 'export {};' }),
    ]);
    expect(Object.keys(files).sort()).toEqual(['README.md', 'attention.md', 'k-means.md']);
    expect(files['k-means.md']).toContain('```ts\nexport const two = 2;\n```');
    expect(files['k-means.md']).toContain('Passed all 58 checks on 2027-02-02');
    expect(files['k-means.md']).not.toMatch(/one = 1|three = 3/);
    expect(files['README.md']).toContain('- [K-means](k-means.md), Clustering, 2027-02-02');
  });

  it('leaves out what was not passed, was thinned out, or is no exercise', () => {
    const none = [{ kind: 'missed' }, { text: null }, { slug: '../../etc/passwd' }] as const;
    expect(portfolioOf(none.map(attempt))).toEqual({});
  });

  it('fences code that holds fences of its own', () => {
    const text = 'const fence = "````";';
    expect(portfolioOf([attempt({ text })])['k-means.md']).toContain(
      `\`\`\`\`\`ts\n${text}\n\`\`\`\`\``,
    );
  });

  it('is a zip archive that others can read', async () => {
    const files = portfolioOf([attempt({ text: '// größer als π' })]);
    const read = unzipSync(new Uint8Array(await zipped(files).arrayBuffer()));
    const texts = Object.entries(read).map(([name, bytes]) => [name, strFromU8(bytes)]);
    expect(Object.fromEntries(texts)).toEqual(files);
  });
});
