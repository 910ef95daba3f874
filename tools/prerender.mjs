import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { minify } from 'rolldown/utils';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Inside node_modules, so that the rendering code finds React. */
const workshop = path.join(root, `node_modules/.cache/prerender-${process.pid}`);

/** The list of pages, through which the app asks for one. */
const LIST = 'src/pages/pages.ts';

/**
 * Makes every page of the site ahead. Over the network a page comes whole, with its styles and three
 * small scripts inside, so that one answer can be painted; it can be read, and typed into, before any
 * code has run. On a machine that keeps the site, the service worker joins `shell.html`, which names
 * its styles and modules, with the page's `.part.html`.
 * @param {string} dist the folder of the built site; its index.html becomes the shell
 * @throws {Error} where the built index.html lacks a policy, or a place for what is to be put in
 */
export async function prerender(dist) {
  const { paths, render, fill, slots, EMPTY_SLOT } = await renderer();
  const manifest = JSON.parse(await readFile(path.join(dist, '.vite/manifest.json'), 'utf8'));
  await rm(path.join(dist, '.vite'), { recursive: true });
  const built = await readFile(path.join(dist, 'index.html'), 'utf8');
  const monaco = Object.values(manifest)
    .map(({ file }) => `/${file}`)
    .filter(file => /\/monaco-\w+-[^/]*\.js$/.test(file));
  const named = `<meta name="monaco" content="${monaco.join(' ')}"></head>`;
  const shell = await withScripts(shellOf(built.replace('</head>', named), EMPTY_SLOT), dist);
  const whole = await withStyles(shell, dist);
  const kept = shell.replace('</head>', `${await fontLinks(dist)}</head>`);
  await writeFile(path.join(dist, 'shell.html'), kept);

  for (const address of paths) {
    const { html, title, description, module } = await render(address);
    if (!manifest[module]) throw new Error(`the build made no file of ${module}`);
    const head = [
      `<title>${quote(title)}</title>`,
      `<meta name="description" content="${quote(description)}">`,
      ...[...(module.endsWith('.md') ? [] : [LIST]), module].map(
        name => `<link rel="modulepreload" href="/${manifest[name].file}">`,
      ),
      ...(await stylesOf(manifest, module, dist)),
    ];
    // The words of an exercise are named in its page, so that the first page needs no list of all.
    const words = module.endsWith('.md') ? ` data-words="/${manifest[module].file}"` : '';
    const main = `<div id="root" data-path="${address}"${words}>${html}</div>`;
    const page = slots(head.join(''), main);
    const name = address === '/' ? 'index' : address.slice(1);
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, `${name}.html`), fill(whole, page));
    await writeFile(path.join(dist, `${name}.part.html`), page);
  }
  // Not before: rendering a page imports its words from there.
  await rm(workshop, { recursive: true });
}

/**
 * What the page's own module brings in styles, for its first paint. The links stay, disabled: the app
 * looks for them before it fetches the module's styles.
 */
function stylesOf(manifest, module, dist) {
  const { css = [] } = manifest[module];
  return Promise.all(
    css.map(async name => {
      const text = await readFile(path.join(dist, name), 'utf8');
      return `<style>${text}</style><link rel="stylesheet" crossorigin href="/${name}" disabled>`;
    }),
  );
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

/**
 * The shell with its styles written into it. The links stay, disabled: the app looks for them before
 * it fetches a chunk's styles.
 */
async function withStyles(shell, dist) {
  let html = shell;
  for (const [link, href] of shell.matchAll(/<link rel="stylesheet"[^>]*href="\/([^"]+)"[^>]*>/g)) {
    const css = await readFile(path.join(dist, href), 'utf8');
    html = html.replace(link, () => `<style>${css}</style>${link.replace('>', ' disabled>')}`);
  }
  return html;
}

/** The shell with its classic scripts written into it; the policy gets their hashes. */
async function withScripts(shell, dist) {
  let html = shell;
  for (const [script, src] of shell.matchAll(/<script src="\/([^"]+)"><\/script>/g)) {
    const { code: js } = await minify(src, await readFile(path.join(dist, src), 'utf8'));
    const hash = createHash('sha256').update(js).digest('base64');
    html = html
      .replace(script, () => `<script>${js}</script>`)
      .replace(
        /script-src (\S+)/,
        (whole, self) => `${whole} ${self.replace('self', `sha256-${hash}`)}`,
      );
  }
  return html;
}

/** Where the fonts are at hand, they are there for the first paint. */
async function fontLinks(dist) {
  const names = await readdir(path.join(dist, 'assets'));
  return names
    .filter(name => /-latin-wght-normal-.*\.woff2$/.test(name))
    .map(name => `<link rel="preload" as="font" crossorigin href="/assets/${name}">`)
    .join('');
}

function quote(text) {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
