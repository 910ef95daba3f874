import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(
  new URL('../../node_modules/@excalidraw/excalidraw/dist/prod', import.meta.url),
);
const INSIDE = /[\\/]@excalidraw[\\/]excalidraw[\\/]dist[\\/]prod[\\/]/;
/** The typefaces that may be drawn with, each in the parts that its script needs. */
const FONTS = {
  Excalifont: [
    ['a88b72a24fb54c9f94e3b5fdaa7481c9', 'Latin'],
    ['41b173a47b57366892116a575a43e2b6', 'Greek'],
    ['3f2c5db56cc93c5a6873b1361d730c16', 'the sign of a sum'],
  ],
  Nunito: [['XRXI3I6Li01BKofiOc5wtlZ2di8HDIkhdTQ3j6zbXWjgeg', 'Latin']],
  ComicShanns: [
    ['279a7b317d12eb88de06167bd672b4b4', 'Latin'],
    ['6e066e8de2ac57ea9283adb9c24d7f0c', 'lambda'],
    ['dc6a8806fa96795d7b3be5026f989a17', 'arrows, ≤ and ≥'],
  ],
  Lilita: [['i7dPIFZ9Zz-WBtRtedDbYEF8RXi4EwQ', 'Latin']],
};
/** What is asked for and never used here, and what is given instead. */
const STANDS_IN = [
  // Diagrams from Mermaid's texts.
  [
    /^@excalidraw\/mermaid-to-excalidraw$/,
    "export const parseMermaidToExcalidraw = () => Promise.reject(new Error('left out'));",
  ],
  // Pictures of the learner's own: the tool is off.
  [/^(pica|image-blob-reduce)$/, 'export default () => ({});'],
  // For browsers without roundRect: ours all have it.
  [/^canvas-roundrect-polyfill$/, 'export {};'],
  // Every language but English, which is a part of the whole.
  [/^\.\/locales\/(?!en-)/, 'export default {};'],
  // A megabyte of WebAssembly that cuts typefaces down for a picture; ours go in whole.
  [/^\.\/subset-worker\.chunk\.js$/, 'export const WorkerUrl = undefined;'],
  [
    /^\.\/subset-shared\.chunk\.js$/,
    `export const Commands = {};
     export const toBase64 = bytes => new Promise((resolve, reject) => {
       const reader = new FileReader();
       reader.onload = () => resolve(reader.result);
       reader.onerror = () => reject(reader.error);
       reader.readAsDataURL(new Blob([bytes], { type: 'font/woff2' }));
     });
     export const subsetToBase64 = toBase64;`,
  ],
];
/** What it stands on and is no module yet: while one works on the sources, these are made into some. */
const NO_MODULES = [
  '@braintree/sanitize-url',
  'es6-promise-pool',
  'fuzzy',
  'lodash.debounce',
  'lodash.throttle',
  'pako',
  'png-chunk-text',
  'png-chunks-encode',
  'png-chunks-extract',
  'tunnel-rat > zustand > use-sync-external-store/shim/with-selector.js',
];
const STAND_IN = '\0excalidraw-without-';
const STYLES = /[\\/]@excalidraw[\\/]excalidraw[\\/]dist[\\/]prod[\\/]index\.css(?:\?|$)/;
const WITH_MENU = /[\\/]@excalidraw[\\/]excalidraw[\\/]dist[\\/]prod[\\/]index\.js(?:\?|$)/;
const WITH_FONTS = /[\\/]@excalidraw[\\/]excalidraw[\\/]dist[\\/]prod[\\/]chunk-\w+\.js(?:\?|$)/;

/**
 * A Vite plugin that leaves out of Excalidraw what a sketch does not need: Mermaid, other languages,
 * pictures, the compiler of typefaces, all typefaces but a few. Those few become files of the site,
 * named by their content like the others, and the address of another origin from which Excalidraw
 * would fetch what it does not find is taken out.
 */
export function excalidrawSlim() {
  let serving = false;
  /** @type {import('vite').Plugin} */
  const hooks = {
    name: 'excalidraw-slim',
    enforce: 'pre',
    resolveId: {
      filter: { id: [/^@excalidraw\/excalidraw$/, ...STANDS_IN.map(([pattern]) => pattern)] },
      handler(source, importer = '') {
        if (source === '@excalidraw/excalidraw') return path.join(PACKAGE, 'index.js');
        if (!INSIDE.test(importer)) return undefined;
        return STAND_IN + STANDS_IN.findIndex(([pattern]) => pattern.test(source));
      },
    },
    load: {
      filter: { id: /^\0excalidraw-without-/ },
      handler: id => STANDS_IN[Number(id.slice(STAND_IN.length))][1],
    },
    transform: {
      filter: { id: [STYLES, WITH_MENU, WITH_FONTS] },
      handler(code, id) {
        if (STYLES.test(id)) return { code: withoutOwnTypeface(code), map: null };
        if (WITH_MENU.test(id)) return { code: withNamedMenu(code), map: null };
        if (!code.includes('ASSETS_FALLBACK_URL')) return undefined;
        return { code: withOurFonts(code, serving), map: null };
      },
    },
  };
  return {
    ...hooks,
    config: (_, { command }) => {
      serving = command === 'serve';
      return {
        optimizeDeps: { include: NO_MODULES.map(name => `@excalidraw/excalidraw > ${name}`) },
      };
    },
  };
}

/** The interface of the pad is set in the app's own typeface. */
function withoutOwnTypeface(css) {
  return changed(css, /@font-face\s*\{[^}]*\}/g, '');
}

/** The button of the menu is a picture; it gets a name for those who cannot see it. */
function withNamedMenu(code) {
  const test = '"data-testid":"main-menu-trigger"';
  return changed(code, new RegExp(test, 'g'), `"aria-label":"Menu",${test}`);
}

/** Whole addresses in the place of paths, none of them elsewhere; a face without an address goes. */
function withOurFonts(code, serving) {
  const imports = [];
  const addressOf = (_, folder, file) => {
    const wanted = FONTS[folder]?.some(([name]) => file.includes(name));
    if (!wanted) return '""';
    const place = path.posix.join('fonts', folder, file);
    if (serving) return `location.origin+"/node_modules/@excalidraw/excalidraw/dist/prod/${place}"`;
    imports.push(`import font${imports.length} from "./${place}?url&no-inline";`);
    return `new URL(font${imports.length - 1},location.href).href`;
  };
  let ours = changed(code, /"\.\/fonts\/(\w+)\/([\w.-]+)"/g, addressOf);
  ours = changed(ours, /fontFaces:(\w+)\.map\(/g, 'fontFaces:$1.filter(({uri})=>uri).map(');
  ours = changed(
    ours,
    /return (\w+)\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),\1\}/g,
    'return $1}',
  );
  ours = changed(ours, /`https:\/\/esm\.sh\/\$\{.*?\}\/dist\/prod\/`/g, '""');
  // No worker cuts typefaces down, as none are cut.
  ours = changed(ours, /\b(\w+)=typeof Worker<"u"/g, '$1=!1');
  for (const [folder, parts] of Object.entries(FONTS)) {
    const there = readdirSync(path.join(PACKAGE, 'fonts', folder));
    const gone = parts.find(([name]) => !there.some(file => file.includes(name)));
    if (gone) throw new Error(`excalidrawSlim: ${folder} has no part for ${gone[1]}`);
  }
  return imports.join('') + ours;
}

function changed(text, pattern, replacement) {
  const other = text.replace(pattern, replacement);
  if (other === text) throw new Error(`excalidrawSlim: nothing matches ${pattern}`);
  return other;
}
