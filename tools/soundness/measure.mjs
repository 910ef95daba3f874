import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/*
 * Started by tools/soundness.mjs: `measure.mjs FILE --list`, or `measure.mjs FILE <slug> <seeds> <pair seeds> <pairs>`.
 * Writes what it found to FILE as JSON.
 */
const [file, slug, seeds, pairSeeds, pairs] = process.argv.slice(2);

// Nothing is served: it turns TypeScript into modules as they are asked for.
const modules = await createServer({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
const { measure, slugs } = await modules.ssrLoadModule('/tests/soundness/measure.ts');
const effort = { seeds: Number(seeds), pairSeeds: Number(pairSeeds), mostPairs: Number(pairs) };
const found =
  slug === '--list' ? { slugs } : await measure(slug, effort, share => process.send(share));
await writeFile(file, JSON.stringify(found));
await modules.close();
process.disconnect();
