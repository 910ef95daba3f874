import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { cards, cardsFile } from './tools/vite/cards.mjs';
import { content } from './tools/vite/content.mjs';
import { excalidrawSlim } from './tools/vite/excalidraw-slim.mjs';
import { libraries, libraryFile } from './tools/vite/libraries.mjs';
import { licences, shippedHere } from './tools/vite/licences.mjs';
import { monacoSlim } from './tools/vite/monaco-slim.mjs';
import { pwa } from './tools/vite/pwa.mjs';
import { sandbox } from './tools/vite/sandbox.mjs';

/**
 * Monaco in three chunks, evaluated as three tasks. None of them may hold a module of ours, or each
 * edit of the app would make every client fetch Monaco again; and none may hold a `?worker` module,
 * or starting the TypeScript worker early would wait for Monaco.
 */
const MONACO = [
  ['monaco-base', /esm[\\/]vs[\\/](base|platform|nls|external)/],
  [
    'monaco-core',
    /esm[\\/]vs[\\/]editor[\\/](common|browser|standalone|editor\.)|^\0monaco-unused/,
  ],
  ['monaco-features', /esm[\\/]vs[\\/]|^\0monaco-workers-slim/],
] as const;
/** These import the TypeScript worker or are replaced by ours, and load on their own. */
const APART = /\?worker|typescript[\\/](tsMode|languageFeatures|workerManager)/;

/** Excalidraw and all that it alone stands on. None of it is ours, so no edit of ours renames it. */
const EXCALIDRAW =
  /node_modules[\\/](?:@excalidraw|@radix-ui|@floating-ui|@braintree|aria-hidden|browser-fs-access|clsx|crc-32|es6-promise-pool|fractional-indexing|fuzzy|get-nonce|hachure-fill|jotai|jotai-scope|lodash\.\w+|nanoid|open-color|pako|path-data-parser|perfect-freehand|png-chunks?-\w+|points-on-\w+|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|roughjs|sliced|tslib|tunnel-rat|use-callback-ref|use-sidecar|zustand)[\\/]|excalidraw-without-/;

/** A file of an exercise's folder, its name without the ending. */
const EXERCISE = /[\\/]exercises[\\/]code[\\/]([a-z-]+)[\\/]([a-z]+)\./;

/** What reads expressions brings a library that nothing else needs. */
const EXPRESSION = /[\\/]src[\\/]rehearsal[\\/]expression\.ts$/;

/**
 * What the page starts with, from the ground up. A chunk that changes renames all that import it, so
 * an edit to a page must not touch what the page stands on, nor what others wrote; the router is so
 * small that it goes with the ground.
 */
const LAYERS = [
  ['plot', /node_modules[\\/](@observablehq|d3|d3-[a-z-]+)[\\/]/],
  ['math', /node_modules[\\/]katex[\\/]/],
  ['graders', /[\\/]graders[\\/][a-z]+\.ts$/],
  ['sandbox', /[\\/]src[\\/]sandbox[\\/]|virtual:sandbox/],
  [
    'ground',
    /[\\/]src[\\/](progress[\\/](mirror|use-draft)\.ts|settings[\\/]|commands[\\/](?:use-)?offers\.|parts[\\/](?!Dialog|Offline|Update|Bar|Glyph|Listing|Terms)|editor[\\/](load|prespawn|difference|text-field|indent|use-narrow|CodeEditor|PlainEditor)\.|pages[\\/]workbench[\\/](use-grading|undisturbed|SavedMark|HowToRun)\.)|node_modules[\\/](wouter|regexparam|use-sync-external-store)[\\/]/,
  ],
  [
    'progress',
    /[\\/]src[\\/]progress[\\/](?!transfer|due|interviews|mock|rehearsals|profile|record|script|use-records)|node_modules[\\/]idb[\\/]/,
  ],
  ['catalog', /[\\/]src[\\/]catalog[\\/]exercise\.ts$/],
  ['fsrs', /node_modules[\\/]ts-fsrs[\\/]/],
  ['card-list', /virtual:cards$/],
] as const;

export default defineConfig({
  plugins: [
    react(),
    content(),
    cards(),
    sandbox(),
    libraries(),
    monacoSlim(),
    excalidrawSlim(),
    pwa(),
    licences(),
  ],
  resolve: {
    alias: {
      // The router brings a stand-in for what React has had since version 18.
      'use-sync-external-store/shim/index.js': 'react',
      // The palette could bring a dialog; it stands in the browser's own, as all of ours do.
      '@radix-ui/react-dialog': 'react',
    },
  },
  worker: { format: 'es', plugins: () => [monacoSlim(), shippedHere()] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: {
        // assets/exercises/k-means.prompt-….js: what belongs to one exercise, or is a library, says so.
        chunkFileNames: ({ facadeModuleId, name }) => {
          const [, slug, file] = EXERCISE.exec(facadeModuleId ?? '') ?? [];
          if (slug) return `assets/exercises/${slug}.${file}-[hash].js`;
          if (name === 'card-list') return 'assets/rehearsal/list-[hash].js';
          if (EXPRESSION.test(facadeModuleId ?? '')) return 'assets/rehearsal/expression-[hash].js';
          // What Excalidraw loads later, if ever.
          if (EXCALIDRAW.test(facadeModuleId ?? '')) return 'assets/excalidraw.[name]-[hash].js';
          return (
            libraryFile(facadeModuleId) || cardsFile(facadeModuleId) || 'assets/[name]-[hash].js'
          );
        },
        codeSplitting: {
          groups: [
            { name: 'runtime', test: /rolldown[\\/]runtime|vite[\\/]preload-helper/, priority: 30 },
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 20,
            },
            {
              name: 'sucrase',
              test: /node_modules[\\/](sucrase|lines-and-columns|@jridgewell|ts-interface-checker)[\\/]/,
              priority: 19,
            },
            { name: 'excalidraw', test: EXCALIDRAW, priority: 19 },
            ...LAYERS.map(([name, test], index) => ({ name, test, priority: 19 - index })),
            ...MONACO.map(([name, pattern], index) => ({
              name,
              priority: 10 - index,
              test: (id: string) => pattern.test(id) && !APART.test(id),
            })),
          ],
        },
      },
    },
  },
  test: {
    name: 'unit',
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/{browser,e2e,golden}/**'],
    // Whole exercises are graded hundreds of times in one test; a slow machine must not fail them.
    testTimeout: 300_000,
    setupFiles: 'tests/seeded.ts',
    // By default one processor is left idle, which is half of a small machine.
    maxWorkers: 2,
  },
});
