import { describe, expect, it } from 'vitest';
import {
  type Command,
  caps,
  EDITOR,
  editorCommands,
  GENERAL,
  isSingle,
  keysOf,
  WORK,
} from '../../src/commands/commands';
import { offer, offered, perform } from '../../src/commands/offers';
import { KEYS } from '../../src/settings/settings';

const all: readonly Command[] = [...GENERAL, ...WORK, ...EDITOR];

describe('the list of commands', () => {
  it('gives no two commands one name or one id', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
  });

  it.each(KEYS)('gives no two commands the same keys where they are %s', keys => {
    const set = { keys, singleKeys: true };
    const pressed = [...GENERAL, ...WORK, ...editorCommands(keys)]
      .map(command => keysOf(command, set))
      .filter(found => found !== undefined)
      .map(found => caps(found, false).join(' '));
    expect(pressed.length).toBeGreaterThan(10);
    expect(new Set(pressed).size).toBe(pressed.length);
  });

  it('leaves Ctrl and K to Emacs, which kills the line by it', () => {
    const [palette] = GENERAL;
    expect(keysOf(palette, { keys: 'usual', singleKeys: true })).toBe('$mod+K');
    expect(keysOf(palette, { keys: 'emacs', singleKeys: true })).toBe('Alt+KeyX');
  });

  it('can do without keys of one character', () => {
    const single = all.filter(({ keys }) => keys && isSingle(keys));
    expect(single.map(({ id }) => id)).toEqual(['shortcuts']);
    expect(keysOf(single[0], { keys: 'usual', singleKeys: false })).toBeUndefined();
  });

  it('names keys as they are printed', () => {
    expect(caps('$mod+K', false)).toEqual(['Ctrl', 'K']);
    expect(caps('$mod+K', true)).toEqual(['⌘', 'K']);
    expect(caps('Shift+Alt+KeyH', false)).toEqual(['Shift', 'Alt', 'H']);
    expect(caps('[Shift]+?', false)).toEqual(['?']);
  });
});

describe('an offer', () => {
  it('is carried out, the latest first, until it is taken back', () => {
    const done: string[] = [];
    const first = offer({ run: () => done.push('first') });
    const second = offer({ run: () => done.push('second') });
    perform('run');
    second();
    perform('run');
    first();
    expect(done).toEqual(['second', 'first']);
    expect(offered('run')).toBeUndefined();
  });

  it('that comes after it was asked for is carried out once', () => {
    const done: string[] = [];
    perform('settings');
    const back = offer({ settings: () => done.push('opened') });
    const again = offer({ settings: () => done.push('opened again') });
    again();
    back();
    expect(done).toEqual(['opened']);
  });
});
