/* Parts of Monaco that it exports without types. Only what is used here is declared. */

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';

declare module 'monaco-editor/internal/common/initialize' {
  /** Waits for the data that the page sends, then serves what `create` returns. */
  export function initialize(create: (context: unknown, data: unknown) => object): void;
}

declare module 'monaco-editor/languages/features/typescript/tsWorker' {
  /** The language service behind the editor; it answers calls from the page by name. */
  export class TypeScriptWorker {
    constructor(context: unknown, data: unknown);
    getSemanticDiagnostics(file: string): Promise<Diagnostic[]>;
  }

  export interface Diagnostic {
    readonly messageText: string | { readonly messageText: string };
  }
}

declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices' {
  type SourceFile = Parameters<typeof import('ts-blank-space').blankSourceFile>[0];

  interface ParseDiagnostic {
    readonly start: number;
    readonly messageText: string | { readonly messageText: string };
  }

  export const typescript: {
    readonly ScriptTarget: { readonly ESNext: number };
    readonly ScriptKind: { readonly TS: number };
    createSourceFile(
      name: string,
      text: string,
      target: number,
      setParentNodes: boolean,
      kind: number,
    ): SourceFile & { readonly parseDiagnostics: readonly ParseDiagnostic[] };
    flattenDiagnosticMessageText(message: ParseDiagnostic['messageText'], newLine: string): string;
  };
}

declare module 'monaco-editor/languages/definitions/typescript/typescript' {
  import type { languages } from 'monaco-editor/editor';
  export const language: languages.IMonarchLanguage;
  export const conf: languages.LanguageConfiguration;
}

/** Imported for their effect: each is part of another of Monaco's chunks. */
declare module 'monaco-editor/base/common/event';
declare module 'monaco-editor/editor/common/model/textModel';
