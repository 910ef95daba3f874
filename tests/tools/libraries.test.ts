import { describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../exercises/meta';
import { allowedSomewhere, bundleLibrary } from '../../tools/libraries/bundle.mjs';
import { typesOf } from '../../tools/libraries/types.mjs';

describe('a library that exercises may allow', () => {
  it.each(LIBRARIES)(
    '%s is one module that imports nothing and makes no code of texts',
    async name => {
      const { code, files } = await bundleLibrary(name);
      expect(code).not.toMatch(/\bnew Function\(/);
      expect(files.length).toBeGreaterThan(50);
    },
  );

  it.each(LIBRARIES)('%s comes with declarations that name no file that is missing', async name => {
    const types = await typesOf(name);
    for (const [file, whole] of Object.entries(types)) {
      const text = whole.replace(/\/\*[\s\S]*?\*\//g, '');
      expect(file).toMatch(/\.d\.ts$/);
      const declared = new Set([...text.matchAll(/^declare module '([^']+)'/gm)].map(([, m]) => m));
      const named = [...text.matchAll(/(?:from |import )'([^']+)'/g)].map(([, m]) => m);
      const known = (m: string) => declared.has(m) || `node_modules/${m}/index.d.ts` in types;
      expect(named.filter(m => !known(m))).toEqual([]);
    }
  });

  it('is carried by the site only where an exercise allows it', async () => {
    expect(await allowedSomewhere()).toEqual(['@tensorflow/tfjs']);
  });
});
