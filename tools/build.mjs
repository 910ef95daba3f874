import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { writePrecache } from './precache.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the built site: `dist`, or what the environment's DIST names. */
export const dist = path.resolve(root, process.env.DIST || 'dist');

/** All that a build reads. */
const INPUTS = [
  'exercises',
  'graders',
  'index.html',
  'libraries',
  'package-lock.json',
  'public',
  'src',
  'tools/build.mjs',
  'tools/content',
  'tools/libraries',
  'tools/licences',
  'tools/precache.mjs',
  'tools/prerender.mjs',
  'tools/vite',
  'vite.config.ts',
];
/** The file that holds the hash of the inputs that a build was made of. */
const STAMP = '.inputs';

/** Whether the built site is missing or was made of other inputs. Its options are those of `build`. */
export async function isStale({ into = dist, also = {} } = {}) {
  const built = await readFile(path.join(into, STAMP), 'utf8').catch(() => '');
  return built !== (await hashInputs(also));
}

/**
 * Builds the site beside the present one, and puts it in its place when it is whole: the bundle, the
 * pages made ahead, the list of what is kept offline, and a `.br` and a `.gz` file beside everything
 * that they make smaller.
 * @param {{ quiet?: boolean, into?: string, also?: Record<string, string> }} options `into` another
 *   folder; `also` modules that no page asks for, each in a file of its own, for tests
 */
export async function build({ quiet = true, into = dist, also = {} } = {}) {
  const inputs = await hashInputs(also);
  const draft = `${into}.${process.pid}`;
  try {
    // Loaded here: whoever only serves a finished build need not wait for them.
    const [vite, { prerender }] = await Promise.all([import('vite'), import('./prerender.mjs')]);
    const logLevel = quiet ? 'warn' : 'info';
    const input = { index: path.join(root, 'index.html'), ...also };
    await vite.build({
      root,
      logLevel,
      build: { outDir: draft, emptyOutDir: true, rolldownOptions: { input } },
    });
    await prerender(draft);
    await writePrecache(draft);
    await Promise.all((await filesUnder(draft)).map(compress));
    await writeFile(path.join(draft, STAMP), inputs);
    await rm(into, { recursive: true, force: true });
    await rename(draft, into);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Quality 9: quality 11 takes fifteen times as long for a tenth less. */
async function compress(file) {
  if (/\.(png|woff2|ico)$/.test(file)) return;
  const bytes = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const sides = [
    ['.br', await promisify(brotliCompress)(bytes, { params })],
    ['.gz', await promisify(gzip)(bytes, { level: 9 })],
  ];
  const smaller = sides.filter(([, side]) => side.length < bytes.length);
  await Promise.all(smaller.map(([ending, side]) => writeFile(file + ending, side)));
}

async function hashInputs(also) {
  const inputs = [...INPUTS, ...Object.values(also)];
  const lists = await Promise.all(inputs.map(input => filesUnder(path.resolve(root, input))));
  const hash = createHash('sha256');
  for (const file of lists.flat().sort()) {
    hash.update(`${path.relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}

/** The files in a folder and its folders; a file alone; nothing where there is none. */
async function filesUnder(place) {
  try {
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    return entries.filter(e => e.isFile()).map(e => path.join(e.parentPath, e.name));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [place];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const fresh = process.argv.includes('--if-stale') && !(await isStale());
  if (fresh) console.log('The build is up to date.');
  else await build({ quiet: false });
}
