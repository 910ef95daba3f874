import { monaco } from './monaco';

const MAC = /Mac|iPod|iPhone|iPad/.test(navigator.platform);
const { CtrlCmd, WinCtrl, Shift, Alt } = monaco.KeyMod;
const MODIFIERS: Readonly<Record<string, number>> = {
  $mod: CtrlCmd,
  Control: MAC ? WinCtrl : CtrlCmd,
  Shift,
  Alt,
};

/**
 * @param keys as the list of commands writes them
 * @returns the same as Monaco counts them
 */
export function keybinding(keys: string): number {
  return keys
    .split('+')
    .map(key => MODIFIERS[key] ?? codeOf(key))
    .reduce((sum, bits) => sum | bits, 0);
}

function codeOf(key: string): number {
  const name = key === '/' ? 'Slash' : /^[A-Z]$/.test(key) ? `Key${key}` : key;
  const code = monaco.KeyCode[name as keyof typeof monaco.KeyCode];
  if (code === undefined) throw new RangeError(`keybinding: ${key} is no key of Monaco’s`);
  return code;
}
