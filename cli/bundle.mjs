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
export async function bundle(file, code, format) {
  const path = join(CACHE, file);
  const stamp = `${path}.json`;
  if (isFresh(stamp, code)) return path;

  const { rolldown } = await import('rolldown');
  const entry = {
    name: 'entry',
    resolveId: id => (id === 'virtual:entry' ? '\0entry' : undefined),
    load: id => (id === '\0entry' ? code : undefined),
  };
  const bundled = await rolldown({ input: 'virtual:entry', platform: 'node', plugins: [entry] });
  const { output } = await bundled.generate({ format, exports: 'named', codeSplitting: false });
  await bundled.close();

  const sources = output[0].moduleIds
    .filter(id => isAbsolute(id) && !id.includes(`${sep}node_modules${sep}`))
    .map(id => relative(root, id));
  mkdirSync(CACHE, { recursive: true });
  replace(path, output[0].code);
  replace(stamp, JSON.stringify({ sources, hash: hashOf(sources, code) }));
  return path;
}

function isFresh(stamp, code) {
  try {
    const { sources, hash } = JSON.parse(readFileSync(stamp, 'utf8'));
    return hash === hashOf(sources, code);
  } catch {
    return false;
  }
}

/** Third-party code is told by the lock file; our own by its bytes. */
function hashOf(sources, code) {
  const hash = createHash('sha256').update(code);
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
