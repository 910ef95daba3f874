import './features';
import * as typescript from 'monaco-editor/languages/features/typescript/register';
import { takeTypeScriptWorker } from './prespawn';

export * as monaco from 'monaco-editor/editor';
export { getTypeScriptWorker } from 'monaco-editor/languages/features/typescript/register';

/** TypeScript's numbers that Monaco's own enums lack. */
const BUNDLER = 100;
const EVERY_FILE_IS_A_MODULE = 3;

self.MonacoEnvironment = {
  getWorker: (_, label) => (label === 'typescript' ? takeTypeScriptWorker() : generalWorker()),
};

/**
 * Formatting asks for Monaco's general worker. The TypeScript worker holds it as well, so there is
 * no second file of it; it takes one message more until it listens.
 */
function generalWorker(): Worker {
  const worker = takeTypeScriptWorker();
  worker.postMessage('wake');
  return worker;
}

// All of this before the first model: each later change would start the worker anew.
const { typescriptDefaults, ModuleKind, ScriptTarget } = typescript;
typescriptDefaults.setCompilerOptions({
  strict: true,
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: BUNDLER as typescript.ModuleResolutionKind,
  moduleDetection: EVERY_FILE_IS_A_MODULE,
  isolatedModules: true,
  // A type that is imported like a value would be missing when the code runs.
  verbatimModuleSyntax: true,
  noEmit: true,
  allowNonTsExtensions: true,
  lib: ['lib.es2023.d.ts', 'lib.scratch-host.d.ts'],
  types: [],
});
typescriptDefaults.setDiagnosticsOptions({ noSuggestionDiagnostics: true, onlyVisible: true });
typescriptDefaults.setEagerModelSync(true);

/** Puts files of types in the place of those that were known before. The worker goes on. */
export function setLibraries(types: Readonly<Record<string, string>>): void {
  const known = Object.keys(typescriptDefaults.getExtraLibs());
  const files = Object.entries(types).map(([name, content]) => ({
    content,
    filePath: `file:///${name}`,
  }));
  if (files.length === known.length && files.every(({ filePath }) => known.includes(filePath)))
    return;
  typescriptDefaults.setExtraLibs(files);
}
