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

/**
 * Lets a plain JavaScript module through if it needs nothing but itself, at equal length: imports
 * of which only types were left are blanked, and so are comments that would rename the script
 * (`sourceURL`), since error positions are found by the script's name.
 */
export function standAlone(js: string): Compiled {
  let text = withoutNames(js);
  const problems: SyntaxProblem[] = [];
  for (const found of importsOf(text)) {
    const statement = text.slice(found.ss, found.se);
    if (/^import\s*\{[\s,]*\}\s*from\b/.test(statement)) {
      text = text.slice(0, found.ss) + blank(statement) + text.slice(found.se);
    } else {
      problems.push({ message: refusal(statement, found), ...placeOf(text, found.ss) });
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

function refusal(statement: string, { d, n }: ImportSpecifier): string {
  if (d === -2) {
    return 'import.meta does not exist here: your code has no address. Remove it.';
  }
  const what = n === undefined ? 'Something computed' : `"${n.slice(0, 60)}"`;
  if (d >= 0) return `${what} cannot be loaded with import(). Write what you need in this file.`;
  const verb = statement.startsWith('export') ? 're-exported' : 'imported';
  return `${what} cannot be ${verb}: nothing can be loaded here. Write what you need in this file.`;
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
