import { readFileSync } from 'node:fs';
import { library } from '../cli/bundle.mjs';
import type { Library } from '../exercises/meta';
import { watchErrors } from '../graders/errors';

/** Error constructors of its own for a text that is run without a sandbox; see `watchErrors`. */
export function watchedRealm(): Record<string, unknown> {
  const realm: Record<string, unknown> = {
    Error,
    RangeError,
    TypeError,
    SyntaxError,
    EvalError,
    ReferenceError,
    URIError,
  };
  const constructors = Object.values(realm).map(
    original => (original as ErrorConstructor).prototype,
  );
  const originals = constructors.map(prototype => prototype.constructor);
  watchErrors(realm);
  constructors.forEach((prototype, i) => {
    prototype.constructor = originals[i];
  });
  return realm;
}

/** Runs a text of CommonJS. @returns what it exports */
export function evaluate(
  js: string,
  libraries: Readonly<Record<string, object>> = {},
): Record<string, unknown> {
  const realm = watchedRealm();
  const exports: Record<string, unknown> = {};
  const require = (name: string) => {
    if (!(name in libraries)) throw new Error(`${name} cannot be imported`);
    return libraries[name];
  };
  new Function('exports', 'require', ...Object.keys(realm), js)(
    exports,
    require,
    ...Object.values(realm),
  );
  return exports;
}

/** Libraries as submissions see them, by name: the bundles that the sandbox runs. */
export async function librariesOf(
  names: readonly Library[] = [],
): Promise<Readonly<Record<string, object>>> {
  const all = names.map(async name => {
    const text = readFileSync(await library(name, 'cjs'), 'utf8');
    return [name, evaluate(text)] as const;
  });
  return Object.fromEntries(await Promise.all(all));
}
