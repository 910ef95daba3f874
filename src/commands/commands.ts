import type { Settings } from '../settings/settings';

/** Something that can be done, and the key that does it. */
export interface Command {
  readonly id: string;
  /** What the palette and the list of shortcuts call it. */
  readonly title: string;
  /**
   * As tinykeys writes them: `$mod` is Ctrl, or Cmd on a Mac; `KeyH` is the key and not the letter,
   * because Alt makes another letter of it on a Mac.
   */
  readonly keys?: string;
  /** The keys in its stead for who has chosen the keys of Emacs, which take the usual ones. */
  readonly emacs?: string;
}

/** A command of the code editor; Monaco knows it by the id. */
export interface EditorCommand extends Command {
  readonly keys: string;
  /** With the keys of Vim or Emacs there is another way, theirs. */
  readonly usualOnly?: boolean;
}

/** What works on every page. */
export const GENERAL = [
  { id: 'palette', title: 'All commands', keys: '$mod+K', emacs: 'Alt+KeyX' },
  { id: 'next-part', title: 'Go to the next part of the page', keys: 'F6' },
  { id: 'settings', title: 'Settings', keys: '$mod+,' },
  { id: 'shortcuts', title: 'Keyboard shortcuts', keys: '[Shift]+?' },
  { id: 'help', title: 'Help on writing code with a screen reader', keys: 'Alt+F1' },
  { id: 'exercises', title: 'All exercises', keys: 'Shift+Alt+KeyE' },
  { id: 'interview', title: 'Start an interview', keys: 'Shift+Alt+KeyI' },
  { id: 'rehearse', title: 'Rehearse' },
  { id: 'sheet', title: 'Missed points' },
  { id: 'mock', title: 'Mock interview' },
  { id: 'diagnostic', title: 'Diagnostic' },
  { id: 'stories', title: 'Stories' },
  { id: 'pitch', title: 'Pitch' },
  { id: 'plan', title: 'Plan' },
  { id: 'data', title: 'Your data' },
  { id: 'licences', title: 'Licences' },
  { id: 'theme-auto', title: 'Theme: as the system' },
  { id: 'theme-light', title: 'Theme: light' },
  { id: 'theme-dark', title: 'Theme: dark' },
] as const satisfies readonly Command[];

/** What works where there is code to run; the page says how. */
export const WORK = [
  { id: 'run', title: 'Run', keys: '$mod+Enter' },
  { id: 'history', title: 'History', keys: 'Shift+Alt+KeyH' },
  { id: 'share', title: 'Share', keys: 'Shift+Alt+KeyS' },
  { id: 'reset', title: 'Reset to the starter', keys: 'Shift+Alt+KeyR' },
] as const satisfies readonly Command[];

/** What works while the caret is in the code editor. */
export const EDITOR: readonly EditorCommand[] = [
  { id: 'actions.find', title: 'Find', keys: '$mod+F', usualOnly: true },
  { id: 'editor.action.formatDocument', title: 'Format', keys: 'Shift+Alt+KeyF' },
  { id: 'editor.action.marker.next', title: 'Next problem', keys: 'F8' },
  { id: 'editor.action.marker.prev', title: 'Previous problem', keys: 'Shift+F8' },
  {
    id: 'editor.action.triggerSuggest',
    title: 'Completions',
    keys: 'Control+Space',
    usualOnly: true,
  },
  { id: 'editor.action.rename', title: 'Rename', keys: 'F2' },
  {
    id: 'editor.action.commentLine',
    title: 'Comment the line, or not',
    keys: '$mod+/',
    usualOnly: true,
  },
  {
    id: 'editor.action.toggleTabFocusMode',
    title: 'Let Tab leave the editor, or not',
    keys: 'Control+M',
    usualOnly: true,
  },
  { id: 'editor.action.quickCommand', title: 'All that the editor can do', keys: 'F1' },
];

export type GeneralId = (typeof GENERAL)[number]['id'];
export type WorkId = (typeof WORK)[number]['id'];
export type CommandId = GeneralId | WorkId;

/** @returns the keys of a command as they are set up; undefined where it has none. */
export function keysOf(
  command: Command,
  { keys, singleKeys }: Pick<Settings, 'keys' | 'singleKeys'>,
): string | undefined {
  const own = (keys === 'emacs' && command.emacs) || command.keys;
  return own !== undefined && isSingle(own) && !singleKeys ? undefined : own;
}

/** @returns whether a character alone is the key, which must not be taken from a text field. */
export function isSingle(keys: string): boolean {
  return /^(\[Shift\]\+)?.$/.test(keys);
}

/** @returns what works in the editor by its own keys, beside those of Vim or Emacs. */
export function editorCommands(keys: Settings['keys']): readonly EditorCommand[] {
  return EDITOR.filter(({ usualOnly }) => keys === 'usual' || !usualOnly);
}

const ON_A_MAC: Readonly<Record<string, string>> = {
  Control: '⌃',
  $mod: '⌘',
  Alt: '⌥',
  Shift: '⇧',
};

/**
 * The keys as they are printed on a keyboard.
 * @example caps('Shift+Alt+KeyH', false); // ['Shift', 'Alt', 'H']
 */
export function caps(keys: string, mac: boolean): string[] {
  return keys
    .replace('[Shift]+', '')
    .replace('$mod', mac ? '$mod' : 'Control')
    .split('+')
    .map(key => (mac && ON_A_MAC[key]) || (key === 'Control' ? 'Ctrl' : key.replace(/^Key/, '')));
}
