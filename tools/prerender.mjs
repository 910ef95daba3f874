import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Inside node_modules, so that the rendering code finds React. */
const workshop = path.join(root, `node_modules/.cache/prerender-${process.pid}`);

/**
 * Makes every page of the site ahead: index.html, and for each exercise `exercises/<slug>.html` and
 * `<slug>.part.html`, which is the page without the shell. They can be read, and typed into, before
 * any code has run.
 * @param {string} dist the folder of the built site; its index.html becomes the shell
 * @throws {Error} where the built index.html lacks a policy, or a place for what is to be put in
 */
export async function prerender(dist) {
  const { paths, render, fill, slots, EMPTY_SLOT } = await renderer();
  const manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8'));
  await rm(path.join(dist, '.vite'), { recursive: true });
  const built = await readFile(path.join(dist, 'index.html'), 'utf8');
  const shell = shellOf(built, EMPTY_SLOT);

  for (const address of paths) {
    const { html, title, description, slug } = await render(address);
    const head = [
      `<title>${quote(title)}</title>`,
      `<meta name="description" content="${quote(description)}">`,
      ...filesOf(manifest, slug).map(file => `<link rel="modulepreload" href="/${file}">`),
    ];
    const page = slots(head.join(''), `<div id="root" data-path="${address}">${html}</div>`);
    const name = address === '/' ? 'index' : address.slice(1);
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, `${name}.html`), fill(shell, page));
    if (slug) await writeFile(path.join(dist, `${name}.part.html`), page);
  }
  // Not before: rendering a page imports its words from there.
  await rm(workshop, { recursive: true });
}

/** The app's own rendering code, built for Node. */
async function renderer() {
  await build({
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir: workshop,
      emptyOutDir: true,
      rolldownOptions: {
        input: {
          server: path.join(root, 'src/entry-server.tsx'),
          shell: path.join(root, 'src/shell.ts'),
        },
      },
    },
  });
  const names = ['server', 'shell'];
  const at = name => pathToFileURL(path.join(workshop, `${name}.js`)).href;
  const modules = await Promise.all(names.map(name => import(at(name))));
  return Object.assign({}, ...modules);
}

/** The built page with empty slots where title and content belong. */
function shellOf(html, slot) {
  const places = ['<title>Scratchwork</title>', '<div id="root"></div>'];
  for (const needed of [...places, 'http-equiv="Content-Security-Policy"']) {
    if (!html.includes(needed)) throw new Error(`index.html has no ${needed}`);
  }
  return places.reduce((text, place) => text.replace(place, slot), html);
}

/** The files with an exercise's words, which the app asks for first. */
function filesOf(manifest, slug) {
  return ['prompt.md', 'starter.ts?raw']
    .map(name => manifest[`exercises/code/${slug}/${name}`]?.file)
    .filter(file => file !== undefined);
}

function quote(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
