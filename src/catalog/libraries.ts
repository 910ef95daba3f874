/// <reference path="./libraries.d.ts" />
import { libraries } from 'virtual:libraries';
import type { Library } from '../../exercises/meta';

/** Texts by name: of modules by the name they are imported by, of declarations by their file. */
export type Texts = Readonly<Record<string, string>>;

/** Fetches the code of libraries, as text for the sandbox. */
export async function loadLibraries(names: readonly Library[]): Promise<Texts> {
  const codes = names.map(async name => [name, await entry(name).code()] as const);
  return Object.fromEntries(await Promise.all(codes));
}

/** Fetches the types of libraries, as files for the editor. */
export async function loadTypes(names: readonly Library[]): Promise<Texts> {
  return Object.assign({}, ...(await Promise.all(names.map(name => entry(name).types()))));
}

function entry(name: Library) {
  const found = libraries[name];
  if (!found) throw new Error(`The site does not carry ${name}: no exercise allows it.`);
  return found;
}
