import { useSyncExternalStore } from 'react';

export const THEMES = ['auto', 'light', 'dark'] as const;
export const KEYS = ['usual', 'vim', 'emacs'] as const;
/** Sizes of the editor's type, in pixels. */
export const FONT_SIZES = [12, 13, 14, 15, 16, 18, 20, 24] as const;

/** How the application is set up. */
export interface Settings {
  readonly theme: (typeof THEMES)[number];
  /** A few checks run whenever typing pauses. */
  readonly quickChecks: boolean;
  /** What the keys do in the editor. */
  readonly keys: (typeof KEYS)[number];
  readonly fontSize: (typeof FONT_SIZES)[number];
  /** A plain text field in the place of the editor. */
  readonly plainEditor: boolean;
  /** Commands of one character and no other key, such as “?”; a speech recogniser may press them. */
  readonly singleKeys: boolean;
  /** The day of the interview as `2027-01-31`; empty where none is set. */
  readonly interviewDate: string;
  /** No clock while a card is answered. */
  readonly hideTimer: boolean;
}

export const USUAL: Settings = {
  theme: 'auto',
  quickChecks: true,
  keys: 'usual',
  fontSize: 14,
  plainEditor: false,
  singleKeys: true,
  interviewDate: '',
  hideTimer: false,
};

let present: Settings | null = null;
const listeners = new Set<() => void>();

/** How the application is set up at present; the same object until something of it is changed. */
export function readSettings(): Settings {
  present ??= {
    theme: oneOf(THEMES, stored('theme')) ?? USUAL.theme,
    quickChecks: stored('quickChecks') !== 'false',
    keys: oneOf(KEYS, stored('keys')) ?? USUAL.keys,
    fontSize: oneOf(FONT_SIZES, Number(stored('fontSize'))) ?? USUAL.fontSize,
    plainEditor: stored('plainEditor') === 'true',
    singleKeys: stored('singleKeys') !== 'false',
    interviewDate: dayIn(stored('interviewDate')),
    hideTimer: stored('hideTimer') === 'true',
  };
  return present;
}

/** Changes settings, on the page and in what is stored; without storage, until the page is left. */
export function applySettings(changes: Partial<Settings>): void {
  present = { ...readSettings(), ...changes };
  present = { ...present, interviewDate: dayIn(present.interviewDate) };
  const { theme, fontSize } = present;
  const { dataset, style } = document.documentElement;
  if (theme === 'auto') delete dataset.theme;
  else dataset.theme = theme;
  if (fontSize === USUAL.fontSize) style.removeProperty('--code-size');
  else style.setProperty('--code-size', `${fontSize}px`);
  try {
    for (const name of Object.keys(USUAL) as (keyof Settings)[]) {
      // What is usual is not written down, so that a better usual reaches everybody.
      if (present[name] === USUAL[name]) localStorage.removeItem(name);
      else localStorage.setItem(name, String(present[name]));
    }
  } catch {}
  for (const listener of listeners) listener();
}

/** @returns the settings, for a component that is drawn again when they change. */
export function useSettings(): Settings {
  return useSyncExternalStore(onSettings, readSettings, usual);
}

const usual = () => USUAL;

/** Calls back whenever a setting has changed. */
export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** A day as an exported file may hold it: browsers take years of six digits, too. */
function dayIn(text: string | null): string {
  return text && /^\d{4}-\d\d-\d\d$/.test(text) ? text : '';
}

function oneOf<T>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find(one => one === value);
}
