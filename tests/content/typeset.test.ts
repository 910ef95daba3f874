import { describe, expect, test } from 'vitest';
import { read, typesetMath, write } from '../../tools/content/typeset.mjs';

function html(markdown: string): string {
  const tree = read(markdown);
  typesetMath(tree, (line: number, message: string) => {
    throw new Error(`${line}: ${message}`);
  });
  return write(tree.children);
}

describe('typesetting', () => {
  test.each([
    ['0.1 %', '0.1\u00a0%'],
    ['within 200\nms.', 'within 200\u00a0ms.'],
    ['8 GB, 45 min', '8\u00a0GB, 45\u00a0min'],
    ['**95** % and 5 ‰', '<strong>95</strong> % and 5\u00a0‰'],
    ['2 sets, 3 hours, 4 % of 5 models', '2 sets, 3 hours, 4\u00a0% of 5 models'],
    ['`0.1 %`', '<code>0.1 %</code>'],
  ])('of %j ends no line between a number and its unit', (markdown, paragraph) => {
    expect(html(markdown)).toBe(`<p>${paragraph}</p>`);
  });

  test('makes a formula of its own line one that the keyboard reaches, by a name', () => {
    const display = html('$$\na = b\n$$');
    expect(display).toMatch(
      /<span class="katex-display" tabindex="0" role="group" aria-label="Formula"/,
    );
    expect(html('so $a = b$ holds')).not.toContain('tabindex');
  });
});
