import { monaco } from './monaco';

const WHITEBOARD = 'whiteboard';
let known = false;

/**
 * A language with the colours of TypeScript that nobody serves: no completion, no type error, no
 * hint can come of it, whatever the editor is set to, and no bracket closes itself.
 * @returns its name
 */
export function whiteboard(): string {
  if (known) return WHITEBOARD;
  known = true;
  const { languages } = monaco;
  languages.register({ id: WHITEBOARD });
  const definition = import('monaco-editor/languages/definitions/typescript/typescript');
  languages.setMonarchTokensProvider(
    WHITEBOARD,
    definition.then(({ language }) => language),
  );
  definition.then(
    ({ conf }) =>
      languages.setLanguageConfiguration(WHITEBOARD, {
        ...conf,
        autoClosingPairs: [],
        surroundingPairs: [],
        colorizedBracketPairs: [],
      }),
    () => {},
  );
  // The service starts with the first text of its own language; a run has it take the types out.
  monaco.editor.createModel('', 'typescript').dispose();
  return WHITEBOARD;
}
