import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = file => path.join(root, file);

/** Each library and the file that says what it means here. */
const ENTRIES = { '@tensorflow/tfjs': 'libraries/tfjs.ts', mathjs: 'libraries/mathjs.ts' };

/**
 * What a library may look for in its surroundings. It finds none of it, wherever it runs, and its
 * global object is one of its own: two instances in one realm know nothing of each other.
 */
const ABSENT =
  'window document navigator process global WorkerGlobalScope importScripts indexedDB localStorage fetch XMLHttpRequest';
const SURROUNDINGS = {
  ...Object.fromEntries(ABSENT.split(' ').map(name => [name, 'undefined'])),
  self: '__surroundings',
};
/** TensorFlow.js sets itself up for browsers and for Node; ours is a third place. */
const PLATFORMS = /[\\/]platforms[\\/]platform_(?:browser|node)$/;

const known = new Map();

/**
 * One library as a self-contained module: it imports nothing and asks nothing of its surroundings but
 * the language, `console` and `performance.now`.
 * @param {string} name as it is imported
 * @param {'es' | 'cjs'} [format]
 * @returns {Promise<{ code: string, files: string[] }>} the minified text and the files it was made of
 */
export function bundleLibrary(name, format = 'es') {
  const key = `${format} ${name}`;
  if (!known.has(key)) known.set(key, bundle(inRoot(ENTRIES[name]), format));
  return known.get(key);
}

async function bundle(input, format) {
  const build = await rolldown({
    input,
    platform: 'browser',
    logLevel: 'silent',
    transform: { target: 'es2022', define: SURROUNDINGS },
    plugins: [
      {
        name: 'no-platform',
        resolveId: id => (PLATFORMS.test(id) ? '\0no-platform' : undefined),
        load: id => (id === '\0no-platform' ? 'export {};' : undefined),
      },
    ],
  });
  try {
    const { output } = await build.generate({
      format,
      minify: true,
      comments: false,
      codeSplitting: false,
      intro: 'const __surroundings = {};',
    });
    if (output.length !== 1) throw new Error(`${input} is not one module`);
    const [{ code, moduleIds, imports }] = output;
    if (imports.length > 0) throw new Error(`${input} still imports ${imports}`);
    return { code: code.trim(), files: moduleIds };
  } finally {
    await build.close();
  }
}

/**
 * What the exercise in a folder allows to be imported, in the order of its meta.ts.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function allowsOf(folder) {
  const build = await rolldown({ input: path.join(folder, 'meta.ts'), logLevel: 'silent' });
  try {
    const { output } = await build.generate({ format: 'es' });
    const text = `data:text/javascript,${encodeURIComponent(output[0].code)}`;
    return [...((await import(text)).default.allows ?? [])];
  } finally {
    await build.close();
  }
}

/** @returns {Promise<string[]>} the libraries that some exercise allows: what the site has to carry */
export async function allowedSomewhere(exercises = inRoot('exercises/code')) {
  const slugs = await readdir(exercises);
  const allowed = await Promise.all(slugs.map(slug => allowsOf(path.join(exercises, slug))));
  return Object.keys(ENTRIES).filter(name => allowed.flat().includes(name));
}
