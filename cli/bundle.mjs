import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where bundles lie between two calls. Deleting the folder is always safe. */
export const CACHE = join(root, 'node_modules', '.cache', 'scratchwork');

/**
 * Bundles one entry into one file of the cache, unless the file there was made of the same sources.
 * @param {string} file a name that is unique to the entry and the format, with its extension
 * @param {string} code the entry's text; what it imports it names by absolute paths
 * @param {'esm' | 'cjs'} format
 * @returns {Promise<string>} the path of the bundle
 */
export function bundle(file, code, format) {
  return kept(file, code, async () => {
    const { rolldown } = await import('rolldown');
    const entry = {
      name: 'entry',
      resolveId: id => (id === 'virtual:entry' ? '\0entry' : undefined),
      load: id => (id === '\0entry' ? code : undefined),
    };
    const bundled = await rolldown({ input: 'virtual:entry', platform: 'node', plugins: [entry] });
    const { output } = await bundled.generate({ format, exports: 'named', codeSplitting: false });
    await bundled.close();
    return { code: output[0].code, files: output[0].moduleIds };
  });
}

/**
 * Keeps a library in the cache, as the sandbox of the browser has it.
 * @param {string} name as it is imported
 * @param {'es' | 'cjs'} [format]
 * @returns {Promise<string>} the path of the module
 */
export function library(name, format = 'es') {
  return kept(`library.${name.replace(/\W+/g, '-')}.${format}.js`, name, async () => {
    const { bundleLibrary } = await import('../tools/libraries/bundle.mjs');
    const { code, files } = await bundleLibrary(name, format);
    return { code, files: [...files, join(root, 'tools/libraries/bundle.mjs')] };
  });
}

/** @returns the path of a file that is as `make` makes it, or was made before of the same sources */
async function kept(file, key, make) {
  const path = join(CACHE, file);
  const stamp = `${path}.json`;
  if (isFresh(stamp, key)) return path;

  const { code, files } = await make();
  const sources = files
    .filter(id => isAbsolute(id) && !id.includes(`${sep}node_modules${sep}`))
    .map(id => relative(root, id));
  mkdirSync(CACHE, { recursive: true });
  replace(path, code);
  replace(stamp, JSON.stringify({ sources, hash: hashOf(sources, key) }));
  return path;
}

function isFresh(stamp, key) {
  try {
    const { sources, hash } = JSON.parse(readFileSync(stamp, 'utf8'));
    return hash === hashOf(sources, key);
  } catch {
    return false;
  }
}

/** Third-party code is told by the lock file; our own by its bytes. */
function hashOf(sources, key) {
  const hash = createHash('sha256').update(key);
  for (const source of [...sources, 'cli/bundle.mjs', 'package-lock.json']) {
    hash.update(`\0${source}\0`).update(readFileSync(join(root, source)));
  }
  return hash.digest('hex');
}

/** Another call may be reading or writing the same file: it sees the old or the new one, whole. */
function replace(path, text) {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, text);
  renameSync(fresh, path);
}
