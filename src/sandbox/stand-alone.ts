import { type ImportSpecifier, parse } from 'es-module-lexer/minimal/js';
import type { Compiled } from '../../graders/grade';
import type { SyntaxProblem } from '../../graders/verdict';

/** The longest source that is read, in UTF-16 units. */
const LONGEST = 1_000_000;

/** @returns why a source is not worth reading at all (empty, or far too long), or undefined. */
export function unreadable(source: string): SyntaxProblem | undefined {
  if (source.trim() === '') {
    return { message: 'The file is empty. Write your solution in it, or restore the starter.' };
  }
  if (source.length > LONGEST) {
    return {
      message: 'The file is longer than a million characters. Shorten it to the solution alone.',
    };
  }
  return undefined;
}

/** A library that a module imports, and where the name of it stands, without its quotes. */
export interface LibraryImport {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** @returns the static imports of a module that was let through. */
export function libraryImports(js: string): LibraryImport[] {
  return importsOf(js)
    .filter(({ d }) => d === -1)
    .map(({ n = '', s, e }) => ({ name: n, start: s, end: e }));
}

/**
 * Lets a plain JavaScript module through if it needs nothing but itself and the libraries that are
 * allowed, which stay imported by name. What it gives has the length of what it is given: imports
 * of which only types were left are blanked, and so are comments that would rename the script
 * (`sourceURL`), since error positions are found by the script's name.
 */
export function standAlone(js: string, allows: readonly string[] = []): Compiled {
  let text = withoutNames(js);
  const problems: SyntaxProblem[] = [];
  for (const found of importsOf(text)) {
    const statement = text.slice(found.ss, found.se);
    if (/^import\s*\{[\s,]*\}\s*from\b/.test(statement)) {
      text = text.slice(0, found.ss) + blank(statement) + text.slice(found.se);
    } else {
      const message = refusal(statement, found, allows);
      if (message) problems.push({ message, ...placeOf(text, found.ss) });
    }
  }
  return problems.length > 0 ? { problems } : { js: text };
}

/** A text that cannot be split into tokens goes on as it is: the engine's own error says it better. */
function importsOf(js: string): readonly ImportSpecifier[] {
  try {
    return parse(js)[0];
  } catch {
    return [];
  }
}

/** @returns why an import cannot be, or undefined for one that can. */
function refusal(
  statement: string,
  { d, n, a }: ImportSpecifier,
  allows: readonly string[],
): string | undefined {
  if (d === -2) {
    return 'import.meta does not exist here: your code has no address. Remove it.';
  }
  const allowed = n !== undefined && allows.includes(n);
  const what = n === undefined ? 'Something computed' : `"${n.slice(0, 60)}"`;
  if (d >= 0) {
    const instead = allowed
      ? 'Import it at the top of the file'
      : 'Write what you need in this file';
    return `${what} cannot be loaded with import(). ${instead}.`;
  }
  const exported = statement.startsWith('export');
  if (!allowed) {
    const others = allows.map(name => `"${name}"`).join(' and ');
    const why = others ? `only ${others} can be, here` : 'this exercise allows no libraries';
    const verb = exported ? 're-exported' : 'imported';
    return `${what} cannot be ${verb}: ${why}. Write what you need in this file.`;
  }
  if (exported) return `${what} cannot be re-exported. Import it, and export your own functions.`;
  if (a >= 0) return `${what} is imported without attributes. Remove what follows its name.`;
  return undefined;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  return { line: before.length, column: before[before.length - 1].length + 1 };
}

function blank(text: string): string {
  return text.replace(/[^\n\r\u2028\u2029]/g, ' ');
}

/** Takes the mark out of `//# sourceURL=` and its kin, which makes an ordinary comment of it. */
function withoutNames(js: string): string {
  return js.replace(/(\/[/*])[#@](?=[^\S\n\r]*source(?:Mapping)?URL[^\S\n\r]*=)/g, '$1 ');
}
