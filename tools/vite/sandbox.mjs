import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { ships } from './licences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = file => path.join(root, file);

const VIRTUAL = 'virtual:sandbox';
const RESOLVED = `\0${VIRTUAL}`;
const GRADER = /\?sandbox(?:&|$)/;

/**
 * Everything that runs inside the sandbox is carried there as text. This plugin makes the texts:
 * `import code from '…/grader.ts?sandbox'` gives the code of one grader, `virtual:sandbox` gives the
 * scripts of the frame and of its workers, and a built page gets the policy that the frame needs.
 * @returns {import('vite').Plugin}
 */
export function sandbox() {
  return {
    name: 'sandbox',
    enforce: 'pre',
    resolveId(id) {
      return id === VIRTUAL ? RESOLVED : undefined;
    },
    async load(id) {
      if (id !== RESOLVED && !GRADER.test(id)) return undefined;
      const { exports, files } =
        id === RESOLVED ? await runtimeTexts() : await graderText(id.replace(/\?.*$/, ''));
      ships(files);
      for (const file of files) this.addWatchFile(file);
      const lines = Object.entries(exports).map(([name, text]) =>
        name === 'default'
          ? `export default ${JSON.stringify(text)};`
          : `export const ${name} = ${JSON.stringify(text)};`,
      );
      return { code: lines.join('\n'), map: null, moduleType: 'js', moduleSideEffects: false };
    },
    transformIndexHtml: {
      order: 'post',
      // The development server needs inline scripts of its own, so only a built page has a policy.
      async handler(html, { server }) {
        if (server) return html;
        const { exports } = await runtimeTexts();
        const content = await hostPolicy(exports.FRAME_HASH);
        const attrs = { 'http-equiv': 'Content-Security-Policy', content };
        return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}

/** The scripts of the frame and of its workers, and the hash of the former. */
export async function runtimeTexts() {
  const [frame, worker] = await Promise.all(
    ['frame', 'worker'].map(name => bundle(inRoot(`src/sandbox/${name}.ts`), 'iife')),
  );
  const FRAME_JS = frame.code;
  if (/<\/script|<!--/i.test(FRAME_JS))
    throw new Error('The frame’s script would end its element.');
  const FRAME_HASH = `sha256-${createHash('sha256').update(FRAME_JS).digest('base64')}`;
  return {
    // The name keeps the URL of the script out of every stack.
    exports: { FRAME_JS, FRAME_HASH, WORKER_JS: `${worker.code}\n//# sourceURL=sandbox.js` },
    files: [...frame.files, ...worker.files],
  };
}

/** One grader and what it needs of the grading language, as a module that imports nothing. */
async function graderText(file) {
  const entry = `
    import grader from ${JSON.stringify(file)};
    import { describeError, watchErrors } from ${JSON.stringify(inRoot('graders/errors.ts'))};
    import { callEach, observer } from ${JSON.stringify(inRoot('graders/observe.ts'))};
    watchErrors(globalThis);
    export const boot = (seed, surroundings) => observer(grader, seed, surroundings);
    export { callEach, describeError };
  `;
  const { code, files } = await bundle(`${file}.sandbox.js`, 'es', entry);
  return { exports: { default: code }, files };
}

/** The page's policy is written in TypeScript beside the frame's; Node reads it by way of a bundle. */
async function hostPolicy(frameHash) {
  const { code } = await bundle(inRoot('src/sandbox/policy.ts'), 'es');
  const policy = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return policy.hostPolicy(frameHash);
}

/** Bundles of files that have not changed since. */
const known = new Map();

/**
 * @param {string} input the file to begin with
 * @param {'es' | 'iife'} format
 * @param {string} [text] what stands in that file, if it is not on the disk
 * @returns {Promise<{ code: string, files: string[] }>} the minified text and the files it was made of
 */
async function bundle(input, format, text) {
  const last = known.get(input);
  if (last && (await stampOf(last.files)) === last.stamp) return last;
  const given = {
    name: 'given',
    load: id => (id === input && text !== undefined ? text : undefined),
    resolveId: id => (id === input ? id : undefined),
  };
  const build = await rolldown({ input, plugins: [given], treeshake: true, logLevel: 'silent' });
  try {
    const { output } = await build.generate({ format, minify: true, strict: true });
    const files = (await build.watchFiles).filter(file => file !== input || text === undefined);
    const made = { code: output[0].code.trim(), files, stamp: await stampOf(files) };
    known.set(input, made);
    return made;
  } finally {
    await build.close();
  }
}

async function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file).catch(() => ''));
  return hash.digest('hex');
}
