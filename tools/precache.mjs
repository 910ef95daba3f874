import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Named by their content: the same address always holds the same bytes. */
const HASHED = /^assets\//;
/** The service worker itself, and pages, which it puts together from the shell and their parts. */
const APART = /^assets\/service-worker-|^service-worker\.js$|(?<!^index|\.part)\.html$/;
/** Icons of an installed app are the system's to keep; side files are the server's; dot files nobody's. */
const UNUSED = /\.(png|map|br|gz)$|(^|\/)\./;

/**
 * Writes service-worker.js: the list of all that the site needs offline, and the import of the code
 * that keeps it. To be called when every other file of the site is final.
 * @param {string} dist the folder of the built site
 * @returns {Promise<string[]>} the files on the list
 */
export async function writePrecache(dist) {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const names = entries
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => path.relative(dist, path.join(parentPath, name)))
    .map(name => name.replaceAll(path.sep, '/'))
    .sort();
  const kept = names.filter(name => !APART.test(name) && !UNUSED.test(name));
  const files = kept.map(async url => ({
    url,
    revision: HASHED.test(url) ? null : await revisionOf(path.join(dist, url)),
  }));
  const code = names.find(name => name.startsWith('assets/service-worker-'));
  if (!code) throw new Error('assets/service-worker-*.js is not in the build');
  const list = JSON.stringify(await Promise.all(files));
  await writeFile(
    path.join(dist, 'service-worker.js'),
    `self.FILES=${list};\nimportScripts(${JSON.stringify(code)});\n`,
  );
  return kept;
}

async function revisionOf(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 12);
}
