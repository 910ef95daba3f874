import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../tools/content/problems.mjs';
import { readCard, TYPES } from '../../tools/content/read-card.mjs';
import { readPrompt } from '../../tools/content/read-prompt.mjs';
import { slimMathFonts } from '../../tools/vite/content.mjs';

const PROMPT = `Label each row of $X$ with its nearest centroid.

$$
d^2 = \\sum_{j=1}^{d} (x_j - c_j)^2
$$

## Signatures

\`\`\`ts
assign([[0, 0]], [[1, 0]]);
// → [0]
\`\`\`

## Hints

1. Compare \`d < best\`.
2. Second.
3. Third.

## Follow-ups

### What does $K$ change?

- It scales.

### What if a cluster is empty?

- Keep its centroid.

## Cost

$O(nKd)$ per pass.

## In Python

\`\`\`python
labels = d2.argmin(axis=1)  # [n]
\`\`\`

NumPy's \`argmin\` gives a tie to the lower index, too.
`;

/** What is wrong with a prompt after one change, or nothing. */
function problems(find: string, replace: string): string {
  expect(PROMPT).toContain(find);
  try {
    readPrompt(
      PROMPT.replace(find, () => replace),
      'k-means/prompt.md',
    );
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as ContentError).message;
  }
  return '';
}

describe('a prompt that is as it should be', () => {
  const content = readPrompt(PROMPT, 'prompt.md');

  test('arrives in five parts', () => {
    expect(content.prompt).toContain('<h2>Signatures</h2>');
    expect(content.prompt).not.toContain('Second.');
    expect(content.hints).toEqual([
      '<p>Compare <code>d &#x3C; best</code>.</p>',
      '<p>Second.</p>',
      '<p>Third.</p>',
    ]);
    expect(content.followUps).toHaveLength(2);
    expect(content.followUps[1]).toEqual({
      question: 'What if a cluster is empty?',
      points: '<ul>\n<li>Keep its centroid.</li>\n</ul>',
    });
    expect(content.cost).toContain('per pass.');
    expect(content.python).toContain('argmin');
    expect(content.python).toContain('too.</p>');
  });

  test('has its formulas typeset, with MathML for those who listen', () => {
    expect(content.prompt).toContain('class="katex-display"');
    expect(content.prompt).toContain('class="katex-html" aria-hidden="true"');
    expect(content.prompt).toContain('<math ');
    expect(content.prompt).not.toContain('$');
    expect(content.prompt).not.toContain('\\sum');
    expect(content.followUps[0]?.question).toContain('class="katex"');
    expect(content.cost).toContain('class="katex"');
  });

  test('shows a formula in double dollars of its own line as a display', () => {
    const oneLine = readPrompt(PROMPT.replace(/\$\$\n(.*)\n\$\$/, '$$$$$1$$$$'), 'prompt.md');
    expect(oneLine.prompt).toContain('class="katex-display"');
    const within = readPrompt(PROMPT.replace('Label', 'So $$a$$: label'), 'prompt.md');
    expect(within.prompt.match(/katex-display/g)).toHaveLength(1);
  });

  test('has its code coloured without script', () => {
    expect(content.prompt).toContain('<span class="tok-number">0</span>');
    expect(content.prompt).toContain('<span class="tok-result">// → [0]</span>');
    expect(content.python).toContain('<span class="tok-comment"># [n]</span>');
    expect(content.prompt).not.toContain('language-ts');
  });
});

describe('a prompt that is not', () => {
  test.each(['Hints', 'Follow-ups', 'Cost', 'In Python'])('misses ## %s', section => {
    const [from = ''] = PROMPT.match(new RegExp(`## ${section}[\\s\\S]*`)) ?? [];
    const whole = from.split(/\n(?=## )/)[0] ?? '';
    expect(whole).toContain(section);
    expect(problems(whole, '')).toMatch(
      new RegExp(`^k-means/prompt\\.md:\\d+: the section "## ${section}" is missing$`),
    );
  });

  test('says where a hint is missing or one too many', () => {
    expect(problems('3. Third.', '')).toBe(
      'k-means/prompt.md:14: there are 2 hints; write exactly three',
    );
    expect(problems('3. Third.', '3. Third.\n4. Fourth.')).toContain('there are 4 hints');
    expect(problems('1. Compare `d < best`.\n2. Second.\n3. Third.', '- One.')).toBe(
      'k-means/prompt.md:14: hints are one ordered list and nothing else',
    );
  });

  test('says which line a LaTeX error is on', () => {
    expect(problems('- c_j)^2', '- c_j)^2\n+ \\frac{1}')).toMatch(/^k-means\/prompt\.md:5: KaTeX/);
    expect(problems('$X$', '$\\nope$')).toMatch(/prompt\.md:1: KaTeX parse error: Undefined/);
    expect(problems('$X$', '$ŷ$')).toMatch(/prompt\.md:1: .*[Uu]nicode/);
  });

  test.each(['mathfrak', 'boldsymbol', 'textit'])(
    'refuses \\%s, whose font is not shipped',
    name => {
      expect(problems('$X$', `$\\${name}{X}$`)).toBe(
        `k-means/prompt.md:1: \\${name} has no font here`,
      );
    },
  );

  test('refuses raw HTML', () => {
    expect(problems('Second.', 'Second <b>and</b> more.')).toContain(
      'k-means/prompt.md:17: raw HTML is not allowed: <b>',
    );
  });

  test('wants two or three follow-ups, each with bullets', () => {
    expect(problems('### What if a cluster is empty?\n\n- Keep its centroid.', '')).toContain(
      'there are 1 follow-ups; write two or three',
    );
    expect(problems('- It scales.', 'It scales.')).toBe(
      'k-means/prompt.md:22: its points are one bullet list',
    );
  });

  test('refuses a section that is there twice or unknown after the first', () => {
    expect(problems('## Cost', '## Cost\n\nMuch.\n\n## Cost')).toContain('is there twice');
    expect(problems('## Cost', '## Price\n\nMuch.\n\n## Cost')).toMatch(
      /"## Price" is none of Hints, Follow-ups, Cost, In Python/,
    );
  });

  test('wants a python block and words beside it', () => {
    expect(problems('```python', '```py')).toContain('one ```python block is needed');
    expect(problems("NumPy's `argmin` gives a tie to the lower index, too.", '')).toContain(
      'a sentence beside the block is needed',
    );
  });

  test('names every problem at once, in order', () => {
    const all = problems('3. Third.', '<i>x</i>').split('\n');
    expect(all.length).toBeGreaterThan(1);
    expect(all.every(line => line.startsWith('k-means/prompt.md:'))).toBe(true);
  });
});

test('formulas use no sizes but those whose styles are shipped', () => {
  const root = join(import.meta.dirname, '..', '..', 'exercises');
  const texts = readdirSync(join(root, 'code'))
    .map(slug => readPrompt(readFileSync(join(root, 'code', slug, 'prompt.md'), 'utf8'), slug))
    .map(prompt => JSON.stringify(prompt));
  for (const type of Object.keys(TYPES)) {
    for (const name of readdirSync(join(root, 'rehearsal', type))) {
      const file = `${type}/${name}`;
      texts.push(
        JSON.stringify(readCard(readFileSync(join(root, 'rehearsal', file), 'utf8'), file)),
      );
    }
  }
  const used = new Set(texts.flatMap(text => text.match(/reset-size\d+ size\d+/g) ?? []));
  expect(used.size).toBeGreaterThan(1);
  const shipped = slimMathFonts(
    readFileSync(join(root, '..', 'node_modules/katex/dist/katex.min.css'), 'utf8'),
  );
  for (const sizes of used) expect(shipped).toContain(`.${sizes.replace(' ', '.')}{`);
});

test('leaves only woff2 and the fonts that prompts may use in the style sheet for maths', () => {
  const face = (family: string) =>
    `@font-face{font-family:${family};src:url(fonts/${family}-Regular.woff2) format("woff2"),url(fonts/${family}-Regular.woff) format("woff"),url(fonts/${family}-Regular.ttf) format("truetype")}`;
  expect(
    slimMathFonts(`${['KaTeX_Main', 'KaTeX_Fraktur', 'KaTeX_Script'].map(face).join('')}.katex{}`),
  ).toBe(
    '@font-face{font-family:KaTeX_Main;src:url(fonts/KaTeX_Main-Regular.woff2) format("woff2")}.katex{}',
  );
});
