import { difference } from './difference';
import type { Edit } from './indent';

/** Makes an edit where the caret is. */
export function perform(
  field: HTMLTextAreaElement,
  edit: (text: string, start: number, end: number) => Edit,
): void {
  const { value, selectionStart, selectionEnd } = field;
  const { from, to, insert, start, end } = edit(value, selectionStart, selectionEnd);
  replace(field, from, to, insert);
  field.setSelectionRange(start, end);
}

/** Gives a field another text, and keeps the selection where it can. */
export function setText(field: HTMLTextAreaElement, text: string): void {
  const { value, selectionStart, selectionEnd } = field;
  const { from, to, insert } = difference(value, text);
  if (value === text) return;
  replace(field, from, to, insert);
  const moved = (at: number) => (at <= from ? at : Math.max(from, at + text.length - value.length));
  field.setSelectionRange(moved(selectionStart), moved(selectionEnd));
}

/**
 * Puts a text in the place of a range. In a focused field it goes through the browser's own editing
 * command, so that undo knows of it.
 */
function replace(field: HTMLTextAreaElement, from: number, to: number, text: string): void {
  if (field.value.slice(from, to) === text) return;
  field.setSelectionRange(from, to);
  const command = text === '' ? 'delete' : 'insertText';
  if (document.activeElement === field && document.execCommand(command, false, text)) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Puts a text behind all others, as one undoable edit, and the caret on its last full line. */
export function append(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  const { length } = field.value;
  replace(field, length, length, text);
  revealLine(field, field.value.split('\n').length - 1);
}

/** Brings a line (from 1) into the middle, puts the caret where its text begins and takes the focus. */
export function revealLine(field: HTMLTextAreaElement, line: number): void {
  const lines = field.value.split('\n');
  const at = Math.min(Math.max(1, line), lines.length) - 1;
  const before = lines.slice(0, at).reduce((sum, { length }) => sum + length + 1, 0);
  const caret = before + lines[at].search(/\S|$/);
  field.focus();
  field.setSelectionRange(caret, caret);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = at * height - field.clientHeight / 2;
}

/** Acts now, or once a character that is being composed (an accent, a syllable) is complete. */
export function whenComposed(field: HTMLTextAreaElement | null, act: () => void): void {
  if (field?.dataset.composing === undefined) act();
  else field.addEventListener('compositionend', () => setTimeout(act), { once: true });
}
