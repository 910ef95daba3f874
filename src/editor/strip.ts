import type { Library } from '../../exercises/meta';
import type { Compiled } from '../../graders/grade';
import { loadedEditor } from './load';

/** How long the TypeScript worker may take before the other way is tried, in milliseconds. */
const PATIENCE = 3000;

/**
 * Takes the types out of a source: in place where Monaco is there to do it, else with lines kept.
 * Syntax that cannot merely be erased (an enum, a parameter property) always goes the second way,
 * and so does everything while the TypeScript worker is stuck on something else.
 * @param allows the libraries that may be imported
 */
export async function strip(source: string, allows: readonly Library[] = []): Promise<Compiled> {
  const editor = loadedEditor();
  const erased = editor && (await inTime(editor.strip(source, allows)));
  if (erased && !('unerasable' in erased)) return erased;
  const { transpile } = await import('../sandbox/transpile');
  return transpile(source, allows);
}

/** @returns what a promise comes to, or undefined if it fails or takes too long. */
function inTime<T>(promise: Promise<T>): Promise<T | undefined> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, PATIENCE, undefined);
    promise
      .catch(() => undefined)
      .then(value => {
        clearTimeout(timer);
        resolve(value);
      });
  });
}
