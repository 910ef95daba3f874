import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { tinykeys } from 'tinykeys';
import { useLocation } from 'wouter';
import { type CommandId, GENERAL, isSingle, keysOf, WORK } from '../../commands/commands';
import { offered } from '../../commands/offers';
import { useOffers } from '../../commands/use-offers';
import { useLater } from '../../parts/use-later';
import { applySettings, useSettings } from '../../settings/settings';
import { nextPart } from './next-part';

type Panel = 'palette' | 'settings' | 'shortcuts' | 'help';

/** What works on every page, by its keys and from the palette; and the panels that this opens. */
export function Commands() {
  const settings = useSettings();
  const [, go] = useLocation();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [Palette, loadPalette] = useLater(() => import('./Palette').then(m => m.Palette));
  const [SettingsPanel, loadSettings] = useLater(() =>
    import('./SettingsPanel').then(m => m.SettingsPanel),
  );
  const [Shortcuts, loadShortcuts] = useLater(() => import('./Shortcuts').then(m => m.Shortcuts));
  const [Help, loadHelp] = useLater(() => import('./Help').then(m => m.Help));
  const opens = (which: Panel, load: () => void) => () => {
    load();
    setPanel(which);
  };

  useOffers({
    palette: opens('palette', loadPalette),
    settings: opens('settings', loadSettings),
    shortcuts: opens('shortcuts', loadShortcuts),
    help: opens('help', loadHelp),
    'next-part': nextPart,
    exercises: () => go('/'),
    interview: () => go('/interview'),
    rehearse: () => go('/rehearse'),
    sheet: () => go('/rehearse/sheet'),
    mock: () => go('/rehearse/mock'),
    diagnostic: () => go('/rehearse/diagnostic'),
    stories: () => go('/rehearse/stories'),
    pitch: () => go('/rehearse/pitch'),
    plan: () => go('/plan'),
    data: () => go('/data'),
    licences: () => go('/licences'),
    'theme-auto': () => applySettings({ theme: 'auto' }),
    'theme-light': () => applySettings({ theme: 'light' }),
    'theme-dark': () => applySettings({ theme: 'dark' }),
  });

  useEffect(() => {
    const bindings = [...GENERAL, ...WORK].flatMap(command => {
      const keys = keysOf(command, settings);
      return keys === undefined ? [] : [[keys, whenPressed(command.id, isSingle(keys))]];
    });
    // Ahead of the editor, which would take some of them for its own.
    return tinykeys(window, Object.fromEntries(bindings), { capture: true, ignore: isBusy });
  }, [settings]);

  // By name: a panel that has given way to another must not close that one.
  const closes = (which: Panel) => () => setPanel(now => (now === which ? null : now));
  /** The panel goes first, so that the focus is back where it was. */
  const instead = (act: () => void) => {
    flushSync(() => setPanel(null));
    act();
  };
  return (
    <>
      {panel === 'palette' && Palette && (
        <Palette
          onClose={closes('palette')}
          onChoose={instead}
          go={path => instead(() => go(path))}
        />
      )}
      {panel === 'settings' && SettingsPanel && (
        <SettingsPanel
          onClose={closes('settings')}
          onShortcuts={() => instead(opens('shortcuts', loadShortcuts))}
        />
      )}
      {panel === 'shortcuts' && Shortcuts && <Shortcuts onClose={closes('shortcuts')} />}
      {panel === 'help' && Help && <Help onClose={closes('help')} />}
    </>
  );
}

function whenPressed(id: CommandId, single: boolean) {
  return (event: KeyboardEvent) => {
    const act = offered(id);
    if (!act || (single && isTaken(event.target))) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

/** Within a dialog its own keys count, and a character that is being composed is no command. */
function isBusy(event: KeyboardEvent): boolean {
  return event.repeat || event.isComposing || document.querySelector('dialog[open]') !== null;
}

/** Whether a character goes into a text, or into a part of the page that has keys of its own for it. */
function isTaken(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input, textarea, select, [contenteditable], .monaco-editor, [data-own-keys]',
    ) !== null
  );
}
