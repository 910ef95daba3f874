import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The folder of the built site: `dist`, or what the environment's DIST names. */
export const dist = path.resolve(root, process.env.DIST || 'dist');

/** All that a build reads. */
const INPUTS = [
  'exercises',
  'graders',
  'index.html',
  'package-lock.json',
  'public',
  'src',
  'tools/content',
  'tools/vite',
  'vite.config.ts',
];
/** Holds the hash of the inputs that this build was made of; written last. */
const stamp = path.join(dist, '.inputs');

/** Whether the built site is missing or was made of other inputs. */
export async function isStale() {
  const built = await readFile(stamp, 'utf8').catch(() => '');
  return built !== (await hashInputs());
}

/** Builds the site and writes a `.br` and a `.gz` file beside everything that they make smaller. */
export async function build({ quiet = true } = {}) {
  const inputs = await hashInputs();
  const vite = await import('vite');
  await vite.build({
    root,
    logLevel: quiet ? 'warn' : 'info',
    build: { outDir: dist, emptyOutDir: true },
  });
  const files = (await filesUnder(dist)).filter(file => !/\.(png|woff2|ico)$/.test(file));
  await Promise.all(files.map(compress));
  await writeFile(stamp, inputs);
}

/** Quality 9: quality 11 takes fifteen times as long for a tenth less. */
async function compress(file) {
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

async function hashInputs() {
  const lists = await Promise.all(INPUTS.map(input => filesUnder(path.join(root, input))));
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
