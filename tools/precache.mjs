import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Named by their content: the same address always holds the same bytes. */
const HASHED = /^assets\//;
/** The service worker itself, and pages, which it puts together from the shell and their parts. */
const APART = /^assets\/service-worker-|^service-worker\.js$|(?<!^shell|\.part)\.html$/;
/**
 * Icons of an installed app are the system's to keep; side files are the server's; dot files nobody's;
 * the scripts that stand in each page are not asked for.
 */
const UNUSED = /\.(png|map|br|gz)$|(^|\/)\.|^(theme|guard|restore)\.js$/;

/**
 * Writes service-worker.js: the list of all that the site needs offline, each file with the digest of
 * its bytes, and the import of the code that keeps it. To be called when every other file of the site is final.
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
  const files = kept.map(async url => {
    const bytes = await readFile(path.join(dist, url));
    const revision = HASHED.test(url) ? null : digest(bytes, 'hex').slice(0, 12);
    return { url, size: bytes.length, revision, integrity: `sha256-${digest(bytes, 'base64')}` };
  });
  const code = names.find(name => name.startsWith('assets/service-worker-'));
  if (!code) throw new Error('assets/service-worker-*.js is not in the build');
  // Largest first: they are fetched one by one, and on a first visit those are what the page itself
  // is fetching at that time, so that the two share one download and not the link.
  const list = (await Promise.all(files)).sort((a, b) => b.size - a.size);
  await writeFile(
    path.join(dist, 'service-worker.js'),
    `self.FILES=${JSON.stringify(list)};\nimportScripts(${JSON.stringify(code)});\n`,
  );
  return kept;
}

function digest(bytes, encoding) {
  return createHash('sha256').update(bytes).digest(encoding);
}
