import { keybinding } from './keybinding';
import type { Keymap } from './keys';
import { monaco } from './monaco';

/** Moves the caret; while the mark is set it takes the selection along. */
const MOVES: Readonly<Record<string, string>> = {
  'Control+F': 'cursorRight',
  'Control+B': 'cursorLeft',
  'Control+N': 'cursorDown',
  'Control+P': 'cursorUp',
  'Control+A': 'cursorHome',
  'Control+E': 'cursorEnd',
  'Control+V': 'cursorPageDown',
  'Alt+KeyF': 'cursorWordEndRight',
  'Alt+KeyB': 'cursorWordStartLeft',
  'Alt+KeyV': 'cursorPageUp',
  'Alt+Shift+Comma': 'cursorTop',
  'Alt+Shift+Period': 'cursorBottom',
};

/** Changes the text, or looks for something in it. */
const ACTS: Readonly<Record<string, string>> = {
  'Control+D': 'deleteRight',
  'Control+H': 'deleteLeft',
  'Control+O': 'lineBreakInsert',
  'Control+T': 'editor.action.transposeLetters',
  'Control+/': 'undo',
  'Control+S': 'actions.find',
  'Control+R': 'editor.action.startFindReplaceAction',
  'Alt+KeyD': 'deleteWordRight',
  'Alt+Backspace': 'deleteWordLeft',
  'Alt+Semicolon': 'editor.action.commentLine',
  'Alt+Slash': 'editor.action.triggerSuggest',
};

/** The keys of Emacs for moving, killing and yanking. Of several keys in turn there are none. */
export const emacs: Keymap = (editor, status) => {
  const marked = editor.createContextKey<boolean>('emacsMark', false);
  let killed = '';
  const undo: monaco.IDisposable[] = [];
  const setMark = (set: boolean) => {
    marked.set(set);
    status.textContent = set ? 'Emacs · mark set' : 'Emacs';
  };

  /** Takes a range out of the text, to be yanked. */
  function kill(range: monaco.IRange, keep = false) {
    killed = editor.getModel()?.getValueInRange(range) ?? '';
    editor.pushUndoStop();
    if (!keep) editor.executeEdits('emacs', [{ range, text: '' }]);
    editor.pushUndoStop();
    setMark(false);
  }
  function killLine() {
    const model = editor.getModel();
    const at = editor.getPosition();
    if (!model || !at) return;
    const end = model.getLineMaxColumn(at.lineNumber);
    // At the end of a line it is the break that goes.
    const to = at.column < end ? at.with(undefined, end) : at.with(at.lineNumber + 1, 1);
    kill(monaco.Range.fromPositions(at, to));
  }
  function yank() {
    const range = editor.getSelection();
    if (!range) return;
    editor.pushUndoStop();
    editor.executeEdits('emacs', [{ range, text: killed, forceMoveMarkers: true }]);
    editor.pushUndoStop();
  }
  function quit() {
    setMark(false);
    const at = editor.getPosition();
    if (at) editor.setPosition(at);
    editor.trigger('emacs', 'closeFindWidget', null);
    editor.trigger('emacs', 'hideSuggestWidget', null);
  }
  const region = (keep: boolean) => () => {
    const selection = editor.getSelection();
    if (selection) kill(selection, keep);
    if (selection && keep) editor.setPosition(selection.getPosition());
  };

  const OWN: Readonly<Record<string, () => void>> = {
    'Control+Space': () => setMark(true),
    'Control+G': quit,
    'Control+K': killLine,
    'Control+W': region(false),
    'Alt+KeyW': region(true),
    'Control+Y': yank,
  };
  for (const [keys, run] of Object.entries(OWN)) {
    const id = `emacs.${keys}`;
    undo.push(
      editor.addAction({
        id,
        label: `Emacs: ${keys}`,
        keybindings: [keybinding(keys)],
        keybindingContext: 'editorTextFocus',
        run,
      }),
    );
  }
  const bind = (table: Readonly<Record<string, string>>, end: string, when: string) =>
    Object.entries(table).map(([keys, command]) => ({
      keybinding: keybinding(keys),
      command: command + end,
      when: `editorTextFocus && ${when}`,
    }));
  undo.push(
    monaco.editor.addKeybindingRules([
      ...bind(MOVES, '', '!emacsMark'),
      ...bind(MOVES, 'Select', 'emacsMark'),
      ...bind(ACTS, '', 'editorTextFocus'),
    ]),
    editor.onDidChangeModelContent(() => setMark(false)),
  );
  setMark(false);
  return () => {
    for (const disposable of undo) disposable.dispose();
    marked.reset();
  };
};
