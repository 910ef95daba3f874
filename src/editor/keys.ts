import { editorCommands } from '../commands/commands';
import { onSettings, readSettings, type Settings } from '../settings/settings';
import { keybinding } from './keybinding';
import { monaco } from './monaco';

/** Gives an editor other keys, and a line for what they have to say; the function takes them back. */
export type Keymap = (
  editor: monaco.editor.IStandaloneCodeEditor,
  status: HTMLElement,
) => () => void;

/** The keys that have to be fetched. */
const KEYMAPS: Partial<Record<Settings['keys'], () => Promise<Keymap>>> = {
  vim: () => import('./vim').then(({ vim }) => vim),
  emacs: () => import('./emacs').then(({ emacs }) => emacs),
};

/** Has the keys of the editor follow the settings, from now on. */
export function followKeys(editor: monaco.editor.IStandaloneCodeEditor, status: HTMLElement): void {
  let present: Settings['keys'] | undefined;
  let takeBack = () => {};
  async function follow() {
    const { keys } = readSettings();
    if (keys === present) return;
    present = keys;
    takeBack();
    const rules = monaco.editor.addKeybindingRules(
      editorCommands(keys).map(({ id, keys }) => ({ command: id, keybinding: keybinding(keys) })),
    );
    takeBack = () => rules.dispose();
    const keymap = await KEYMAPS[keys]?.();
    if (!keymap || keys !== present) return;
    const undo = keymap(editor, status);
    status.dataset.keys = keys;
    takeBack = () => {
      rules.dispose();
      undo();
      status.replaceChildren();
      delete status.dataset.keys;
    };
  }
  // Where they cannot be fetched the usual keys stay.
  const tryTo = () => void follow().catch(() => {});
  tryTo();
  onSettings(tryTo);
}
