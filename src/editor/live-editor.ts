import { flushSync } from 'react-dom';
import type { Library } from '../../exercises/meta';
import type { SyntaxProblem } from '../../graders/verdict';
import { onSettings, readSettings } from '../settings/settings';
import type { Erased } from './erase';
import { followKeys } from './keys';
import styles from './live-editor.module.css';
import type { Marker } from './marker';
import { getTypeScriptWorker, monaco, setLibraries } from './monaco';
import { giveText, modelOf } from './page-text';
import { followTheme, THEME } from './theme';
import { whiteboard } from './whiteboard';

/** Where the caret and the view are, as a textarea counts: offsets in characters, pixels. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly backwards: boolean;
  readonly scrollTop: number;
}

/** What the page lends to the editor while it shows it. */
export interface Listeners {
  onChange(text: string): void;
  onRun(): void;
}

/** The page's one Monaco. It outlives the screens that show it; each exercise has its own model. */
export interface LiveEditor {
  /** Puts the editor into an element; what the learner does goes to the listeners. */
  show(host: HTMLElement, listeners?: Listeners): void;
  /** Takes it out of the page; text, undo history and place are kept. */
  hide(): void;
  /**
   * Turns to an exercise. A text that differs from its model's comes in as one undoable edit.
   * @param bare as on a whiteboard: colours, and no help from the language
   */
  open(slug: string, text: string, bare?: boolean): void;
  place(place: Place): void;
  mark(markers: readonly Marker[]): void;
  reveal(line: number, column?: number): void;
  focus(): void;
  /** Puts a text behind all others, as one undoable edit, and the caret on its last full line. */
  append(text: string): void;
  /** @returns what the type checker says of an exercise that has been opened. */
  typeProblems(slug: string): Promise<SyntaxProblem[]>;
  /** @returns the source without its types, made by the TypeScript worker. */
  strip(source: string, allows: readonly Library[]): Promise<Erased>;
  /** Makes known the types of what the open exercise may import, and of nothing else. */
  know(libraries: readonly Library[]): Promise<void>;
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  theme: THEME,
  ariaLabel: 'Your solution. Alt F1 for help.',
  automaticLayout: true,
  fontLigatures: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  minimap: { enabled: false },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  glyphMargin: false,
  folding: true,
  padding: { top: 12, bottom: 12 },
  scrollBeyondLastLine: false,
  overviewRulerLanes: 0,
  fixedOverflowWidgets: true,
  renderLineHighlight: 'line',
  bracketPairColorization: { enabled: false },
  stickyScroll: { enabled: false },
  // These would start Monaco's second worker.
  wordBasedSuggestions: 'off',
  links: false,
  colorDecorators: false,
  unicodeHighlight: {
    nonBasicASCII: false,
    ambiguousCharacters: false,
    invisibleCharacters: false,
  },
};

const SEVERITIES = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
};

/** Makes the one editor. Call it once; it starts the TypeScript worker with the first model. */
export function createLiveEditor(): LiveEditor {
  const home = element(styles.home);
  const surface = element(styles.surface);
  const status = element(styles.status);
  home.append(surface, status);
  followTheme();
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-code');
  const editor = monaco.editor.create(surface, {
    ...OPTIONS,
    ...size(),
    model: null,
    fontFamily: fontFamily || 'monospace',
  });
  document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  onSettings(() => editor.updateOptions(size()));
  followKeys(editor, status);

  const views = new Map<string, monaco.editor.ICodeEditorViewState | null>();
  let listeners: Listeners | undefined;
  let current: string | undefined;
  let fromPage = false;
  let known: readonly Library[] = [];

  editor.onDidChangeModelContent(() => {
    // At once, so that a run that follows in the next moment already sees it.
    if (!fromPage) flushSync(() => listeners?.onChange(editor.getValue()));
  });
  editor.addAction({
    id: 'scratchwork.run',
    label: 'Run',
    keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
    run: () => listeners?.onRun(),
  });

  function remember() {
    if (current !== undefined) views.set(current, editor.saveViewState());
  }

  return {
    show(host, given) {
      listeners = given;
      if (home.parentElement !== host) host.append(home);
      editor.layout();
    },
    hide() {
      listeners = undefined;
      remember();
      home.remove();
    },
    open(slug, text, bare = false) {
      const unix = text.replace(/\r\n?/g, '\n');
      const model = modelOf(uriOf(slug), unix, bare ? whiteboard() : 'typescript');
      if (current !== slug) {
        remember();
        editor.setModel(model);
        editor.restoreViewState(views.get(slug) ?? null);
        current = slug;
      }
      fromPage = true;
      giveText(model, unix);
      fromPage = false;
    },
    place({ start, end, backwards, scrollTop }) {
      const model = editor.getModel();
      if (!model) return;
      const [anchor, active] = (backwards ? [end, start] : [start, end]).map(offset =>
        model.getPositionAt(offset),
      );
      editor.setSelection(monaco.Selection.fromPositions(anchor, active));
      editor.setScrollTop(scrollTop);
    },
    mark(markers) {
      const model = editor.getModel();
      if (model)
        monaco.editor.setModelMarkers(
          model,
          THEME,
          markers.map(m => rangeOf(model, m)),
        );
    },
    append(text) {
      const model = editor.getModel();
      if (!model) return;
      const end = model.getFullModelRange().getEndPosition();
      const range = monaco.Range.fromPositions(end);
      model.pushStackElement();
      model.pushEditOperations([], [{ range, text }], () => null);
      model.pushStackElement();
      this.reveal(model.getLineCount() - 1);
    },
    reveal(line, column) {
      const lines = editor.getModel()?.getLineCount() ?? 1;
      const lineNumber = Math.min(Math.max(1, line), lines);
      const first = editor.getModel()?.getLineFirstNonWhitespaceColumn(lineNumber) || 1;
      const position = { lineNumber, column: column ?? first };
      editor.setPosition(position);
      editor.revealPositionInCenterIfOutsideViewport(position);
      editor.focus();
    },
    focus: () => editor.focus(),
    async typeProblems(slug) {
      const uri = uriOf(slug);
      const model = monaco.editor.getModel(uri);
      if (!model) return [];
      const worker = await (await getTypeScriptWorker())(uri);
      const version = model.getVersionId();
      const found = await worker.getSemanticDiagnostics(uri.toString());
      if (model.isDisposed() || model.getVersionId() !== version) return [];
      return found.map(({ messageText, start = 0 }) => {
        const { lineNumber, column } = model.getPositionAt(start);
        const message = typeof messageText === 'string' ? messageText : messageText.messageText;
        return { message, line: lineNumber, column };
      });
    },
    async strip(source, allows) {
      const worker: unknown = await (await getTypeScriptWorker())();
      return (worker as Pick<LiveEditor, 'strip'>).strip(source, allows);
    },
    async know(libraries) {
      known = libraries;
      if (libraries.length === 0) return setLibraries({});
      const { loadTypes } = await import('../catalog/libraries');
      const types = await loadTypes(libraries);
      // Another exercise may have been opened meanwhile.
      if (known === libraries) setLibraries(types);
    },
  };
}

function element(className: string): HTMLElement {
  return Object.assign(document.createElement('div'), { className });
}

/** The type as the settings have it; the plain text field has the same by its styles. */
function size(): monaco.editor.IEditorOptions {
  const { fontSize } = readSettings();
  return { fontSize, lineHeight: fontSize * 1.5 };
}

function uriOf(slug: string): monaco.Uri {
  return monaco.Uri.parse(`file:///${slug}/solution.ts`);
}

function rangeOf(
  model: monaco.editor.ITextModel,
  { line, column, message, severity }: Marker,
): monaco.editor.IMarkerData {
  const lineNumber = Math.min(Math.max(1, line), model.getLineCount());
  const endColumn = model.getLineMaxColumn(lineNumber);
  const startColumn = column ?? (model.getLineFirstNonWhitespaceColumn(lineNumber) || 1);
  return {
    message,
    severity: SEVERITIES[severity],
    startLineNumber: lineNumber,
    endLineNumber: lineNumber,
    startColumn,
    endColumn,
  };
}
