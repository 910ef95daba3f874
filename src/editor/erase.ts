import { typescript } from 'monaco-editor/languages/features/typescript/lib/typescriptServices';
import { blankSourceFile } from 'ts-blank-space';
import type { Compiled } from '../../graders/grade';
import { standAlone, unreadable } from '../sandbox/stand-alone';

/** What erasing comes to; `unerasable` where the types have a meaning of their own, as in an enum. */
export type Erased = Compiled | { readonly unerasable: true };

/**
 * Puts spaces where the types were, so that every line and every column keeps its place. It parses
 * with the same TypeScript that draws the squiggles.
 * @param allows the libraries that may be imported
 */
export function erase(source: string, allows: readonly string[]): Erased {
  const problem = unreadable(source);
  if (problem) return { problems: [problem] };
  const { createSourceFile, flattenDiagnosticMessageText, ScriptKind, ScriptTarget } = typescript;
  const file = createSourceFile('solution.ts', source, ScriptTarget.ESNext, false, ScriptKind.TS);
  if (file.parseDiagnostics.length > 0) {
    const problems = file.parseDiagnostics.map(({ messageText, start }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      const message = flattenDiagnosticMessageText(messageText, '\n');
      return { message, line: line + 1, column: character + 1 };
    });
    return { problems };
  }
  let unerasable = false;
  const js = blankSourceFile(file, () => {
    unerasable = true;
  });
  return unerasable ? { unerasable } : standAlone(js, allows);
}
