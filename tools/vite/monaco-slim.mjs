import { fileURLToPath, pathToFileURL } from 'node:url';
import { scratchHost } from './scratch-host.mjs';

const LANGUAGE = /monaco-editor[\\/]esm[\\/]vs[\\/]languages[\\/]features[\\/]typescript[\\/]/;
const WORKERS = '\0monaco-workers-slim';
const TYPESCRIPT = '\0monaco-typescript';
const LIBRARIES = /[\\/]typescript[\\/]lib[\\/]lib\.js(?:\?|$)/;
const WORKER_MANAGER = /[\\/]typescript[\\/]workerManager\.js(?:\?|$)/;
const CORE =
  /monaco-editor[\\/]esm[\\/]vs[\\/]editor[\\/](?:standalone[\\/]browser[\\/]\w+|browser[\\/]view|common[\\/](?:diff|model[\\/]tokens)[\\/]\w+)\.js$/;
/**
 * What the editor refers to and never uses here: comparing two texts, drawing by WebGPU, a minimap,
 * an older way to compare, another way to colour.
 */
const UNUSED = {
  'diffEditorWidget.js': 'DiffEditorWidget',
  'multiDiffEditorWidget.js': 'MultiDiffEditorWidget',
  'viewGpuContext.js': 'ViewGpuContext',
  'viewLinesGpu.js': 'ViewLinesGpu',
  'rulersGpu.js': 'RulersGpu',
  'gpuMark.js': 'GpuMarkOverlay',
  'minimap.js': 'Minimap',
  'legacyLinesDiffComputer.js': 'LegacyLinesDiffComputer',
  'treeSitterSyntaxTokenBackend.js': 'TreeSitterSyntaxTokenBackend',
};
/** What is asked for that may have to be something else. */
const RESOLVED = new RegExp(
  `^(?:typescript|monaco-vim)$|^monaco-editor/esm/vs/|/internal/common/workers\\.js$|/(?:${Object.keys(UNUSED).join('|').replaceAll('.', '\\.')})$`,
);
const UNUSED_CLASS = '\0monaco-unused-';
/** It asks for Monaco by names that this version no longer has. */
const OF_VIM = /node_modules[\\/]monaco-vim[\\/]/;
/** Node's choice of its builds; the one for browsers brings parts of a Monaco of its own. */
const VIM = fileURLToPath(import.meta.resolve('monaco-vim'));
const API = 'monaco-editor/editor';
const SERVICES = 'monaco-editor/languages/features/typescript/lib/typescriptServices.js';

/** The view builds one in any case. */
const noMinimap = `
import { createFastDomNode } from 'monaco-editor/base/browser/fastDomNode.js';
import { ViewPart } from 'monaco-editor/editor/browser/view/viewPart.js';
export class Minimap extends ViewPart {
  node = createFastDomNode(document.createElement('div'));
  getDomNode() { return this.node; }
  prepareRender() {}
  render() {}
}
`;

/** Starts a worker by its label, and nothing else: Monaco's own module imports every feature. */
const createWebWorker = `
import { editor } from 'monaco-editor/editor/editor.api.js';
export async function start(label, createData) {
  const worker = await globalThis.MonacoEnvironment.getWorker('', label);
  worker.postMessage('ignore');
  worker.postMessage(createData);
  return worker;
}
export function createWebWorker({ label, createData, host, keepIdleModels }) {
  return editor.createWebWorker({ worker: start(label, createData), host, keepIdleModels });
}
`;

/**
 * A Vite plugin that leaves out what this editor does not use: the features that Monaco's
 * TypeScript mode drags in, the editors that compare texts, the DOM's type declarations, a second
 * copy of the TypeScript worker.
 * ts-blank-space is handed Monaco's TypeScript, so that both agree on what a syntax node is.
 * The keys of Vim are handed this Monaco, and not parts of a second one.
 * List it among `plugins` and `worker.plugins`.
 */
export function monacoSlim() {
  /** @type {import('vite').Plugin} */
  const hooks = {
    name: 'monaco-slim',
    enforce: 'pre',
    resolveId: {
      filter: { id: RESOLVED },
      handler(source, importer = '') {
        if (source === 'typescript') {
          return importer.includes('ts-blank-space') ? TYPESCRIPT : undefined;
        }
        if (source === 'monaco-vim') return VIM;
        if (source.startsWith('monaco-editor')) {
          if (!OF_VIM.test(importer)) return undefined;
          const name = source.endsWith('/editor.api') ? API : source.replace('/esm/vs/', '/');
          return this.resolve(name, importer, { skipSelf: true });
        }
        if (source.endsWith('/workers.js')) return LANGUAGE.test(importer) ? WORKERS : undefined;
        const unused = CORE.test(importer) && UNUSED[source.slice(source.lastIndexOf('/') + 1)];
        return unused ? UNUSED_CLASS + unused : undefined;
      },
    },
    load: {
      filter: { id: [LIBRARIES, /^\0monaco-/] },
      handler(id) {
        if (id === `${UNUSED_CLASS}Minimap`) return noMinimap;
        if (id.startsWith(UNUSED_CLASS)) return `export class ${id.slice(UNUSED_CLASS.length)} {}`;
        if (id === WORKERS) return createWebWorker;
        if (id === TYPESCRIPT) return `export { typescript as default } from '${SERVICES}';`;
        return LANGUAGE.test(id) ? slimLibraries(id) : undefined;
      },
    },
    transform: {
      filter: { id: WORKER_MANAGER },
      handler: (code, id) =>
        LANGUAGE.test(id) ? { code: withoutOwnWorker(code), map: null } : undefined,
    },
  };
  return {
    ...hooks,
    config: () => ({ optimizeDeps: { rolldownOptions: { plugins: [hooks] } } }),
  };
}

/** @returns the module of type libraries with only what ES2023 refers to, and the sandbox's own. */
async function slimLibraries(id) {
  const { libFileMap } = await import(pathToFileURL(id.replace(/\?.*/, '')).href);
  const slim = { 'lib.scratch-host.d.ts': scratchHost };
  const add = name => {
    if (name in slim) return;
    if (!(name in libFileMap)) throw new Error(`monacoSlim: Monaco has no ${name}`);
    slim[name] = libFileMap[name];
    for (const [, lib] of slim[name].matchAll(/<reference lib="([\w.]+)" *\/>/g)) {
      add(`lib.${lib}.d.ts`);
    }
  };
  add('lib.es2023.d.ts');
  return `export const libFileMap = ${JSON.stringify(slim)};`;
}

/** Takes out the fallback by which a bundler would find and emit a second TypeScript worker. */
function withoutOwnWorker(code) {
  const slim = code.replace(/createWorker: \(\) => new Worker\(new URL\([^)]*\)[^)]*\),/, '');
  if (slim === code) throw new Error('monacoSlim: the worker manager has changed');
  return slim;
}
