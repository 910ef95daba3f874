import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { LIBRARIES } from '../../../exercises/meta';
import { serve } from '../../../tools/serve.mjs';
import { libraries } from '../../../tools/vite/libraries.mjs';
import { sandbox } from '../../../tools/vite/sandbox.mjs';

/** Builds the harness as the site is built, policy included, and serves it on a free port. */
export async function serveHarness(): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(path.join(tmpdir(), 'harness-'));
  await build({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'error',
    plugins: [sandbox(), libraries([...LIBRARIES])],
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const site = await serve({ root: outDir });
  return {
    url: site.url,
    close: async () => {
      await site.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
