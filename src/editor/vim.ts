import { initVimMode, StatusBar, VimMode } from 'monaco-vim';
import type { Keymap } from './keys';

/** The mode in a word, and the field for a command or a search with a name. */
class Status extends StatusBar {
  override setMode({ mode, subMode }: { mode: string; subMode?: string }) {
    const kind = { linewise: ' line', blockwise: ' block' }[subMode ?? ''] ?? '';
    this.setText(mode.charAt(0).toUpperCase() + mode.slice(1) + kind);
  }

  override setSec(...[text, ...rest]: Parameters<StatusBar['setSec']>) {
    if (text instanceof Node) {
      const field = (text as Element | DocumentFragment).querySelector('input');
      field?.setAttribute('aria-label', 'Vim command');
    }
    return super.setSec(text, ...rest);
  }

  override toggleVisibility() {}
}

// A text is stored as it is typed; who asks for it all the same is not told off.
const { Vim } = VimMode as unknown as {
  Vim: { defineEx(name: string, prefix: string, act: () => void): void };
};
Vim.defineEx('write', 'w', () => {});

/** The keys of Vim. */
export const vim: Keymap = (editor, status) => {
  const mode = initVimMode(editor, status, Status);
  return () => mode.dispose();
};
