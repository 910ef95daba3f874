import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gradeAll, RIGHT } from './grading';

const slug = 'tfjs-memory-tidy';
const solution = readFileSync(
  join(import.meta.dirname, '../../exercises/code', slug, 'solution.ts'),
  'utf8',
);

describe('a library on the command line', () => {
  it('is there for an exercise that allows it, and for no other import', async () => {
    const { marked } = await gradeAll(
      {
        right: solution,
        leaking: solution.replace('  probabilities.dispose();\n', ''),
        other: `import { inv } from 'mathjs';\n${solution}`,
        lazy: `const later = () => import('@tensorflow/tfjs');\n${solution}`,
        missing: `import { sequential } from '@tensorflow/tfjs';\n${solution}\nexport const s = sequential;`,
        tampering: `${solution}\ntf.Tensor.prototype.dataSync = () => [0.5];\ntf.engine().state.numTensors = -1e9;`,
        rightAgain: `${solution}\n`,
      },
      { slug },
    );
    expect(marked.right.verdict).toBe('passed');
    expect(marked.leaking.verdict).toBe('missed');
    expect(marked.leaking.diagnosis?.say).toContain('One tensor of each call to predict stays');
    expect(marked.other.problems?.[0].message).toContain('only "@tensorflow/tfjs" can be, here');
    expect(marked.lazy.problems?.[0].message).toContain('cannot be loaded with import()');
    expect(marked.missing.verdict).toBe('not-compiled');
    expect(marked.missing.problems?.[0].message).toMatch(/'@tensorflow\/tfjs'.*'sequential'/);
    expect(marked.tampering.verdict).toMatch(/^(missed|crashed)$/);
    expect(marked.rightAgain.verdict).toBe('passed');
  });

  it('opens no way out', async () => {
    const tries = `
      const tell = (name: string, act: () => unknown) => {
        try { const got: unknown = act(); console.log(name, got instanceof Promise ? 'promise' : typeof got); }
        catch (error) { console.log(name, 'threw'); }
      };
      tell('fetch', () => (tf.env().global as { fetch: unknown }).fetch);
      tell('process', () => (tf.env().global as { process: unknown }).process);
      tell('platform', () => (tf.env().platform.fetch as unknown as { constructor: (s: string) => () => unknown }).constructor('return process')());
      tell('handler', () => (tf.io.http as unknown as (u: string) => object)('http://127.0.0.1/'));
    `;
    const { marked } = await gradeAll({ tries: `${solution}\n${tries}` }, { slug });
    expect(marked.tries.printed).toEqual([
      'fetch undefined',
      'process undefined',
      'platform threw',
      expect.stringMatching(/^handler (object|threw)$/),
    ]);
    expect(marked.tries.verdict).toBe('passed');
  });

  it('is refused by an exercise that allows none', async () => {
    const { marked } = await gradeAll({
      uses: `import * as tf from '@tensorflow/tfjs';\n${RIGHT}\nexport const t = tf;`,
    });
    expect(marked.uses.verdict).toBe('not-compiled');
    expect(marked.uses.problems?.[0].message).toBe(
      '"@tensorflow/tfjs" cannot be imported: this exercise allows no libraries. Write what you need in this file.',
    );
  });
});
