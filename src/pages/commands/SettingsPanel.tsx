import { type ReactNode, useId } from 'react';
import { useNarrow } from '../../editor/use-narrow';
import { Choices, Dialog } from '../../parts/Dialog';
import {
  applySettings,
  FONT_SIZES,
  KEYS,
  type Settings,
  THEMES,
  useSettings,
} from '../../settings/settings';
import styles from './SettingsPanel.module.css';

const THEME_WORDS = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const;
const KEY_WORDS = { usual: 'Usual', vim: 'Vim', emacs: 'Emacs' } as const;

/** How the application is set up, in one place. What is changed applies at once. */
export function SettingsPanel({
  onClose,
  onShortcuts,
}: {
  onClose: () => void;
  onShortcuts: () => void;
}) {
  const settings = useSettings();
  const narrow = useNarrow();
  return (
    <Dialog title="Settings" onClose={onClose}>
      <div className={styles.settings}>
        <Options
          name="Theme"
          words={THEME_WORDS}
          options={THEMES}
          value={settings.theme}
          onChange={theme => applySettings({ theme })}
        />
        <Options
          name="Size of code"
          options={FONT_SIZES}
          value={settings.fontSize}
          onChange={fontSize => applySettings({ fontSize })}
        />
        <Switch
          name="Plain text field"
          of="plainEditor"
          disabled={narrow}
          settings={settings}
          words={
            narrow
              ? 'On a screen as narrow as this one, code is always written in a plain text field.'
              : 'In the place of the editor. No colours and no completions; some screen readers work better with it.'
          }
        />
        <Options
          name="Keys in the editor"
          words={KEY_WORDS}
          options={KEYS}
          value={settings.keys}
          onChange={keys => applySettings({ keys })}
          disabled={narrow || settings.plainEditor}
        >
          {KEYS_EXPLAINED[settings.keys]}
        </Options>
        <Switch
          name="Quick checks"
          of="quickChecks"
          settings={settings}
          words="A few checks run whenever you pause."
        />
        <Switch
          name="Single-key commands"
          of="singleKeys"
          settings={settings}
          words="“?” lists the shortcuts. Turn it off if you speak to your computer."
        />
      </div>
      <Choices>
        <button type="button" onClick={onShortcuts}>
          Keyboard shortcuts
        </button>
        <button type="button" className="primary" onClick={onClose}>
          Done
        </button>
      </Choices>
    </Dialog>
  );
}

const KEYS_EXPLAINED = {
  usual: 'As in VS Code. Ctrl M lets Tab leave the editor.',
  vim: 'The mode stands below the code. F6 leaves the editor.',
  emacs: 'Alt X lists all commands. F6 leaves the editor.',
} as const;

/** One of a few. */
function Options<Option extends string | number>({
  name,
  options,
  words,
  value,
  onChange,
  disabled,
  children,
}: {
  name: string;
  options: readonly Option[];
  words?: Readonly<Record<Option, string>>;
  value: Option;
  onChange: (option: Option) => void;
  disabled?: boolean;
  children?: ReactNode;
}) {
  const group = useId();
  return (
    <fieldset disabled={disabled}>
      <legend>{name}</legend>
      <div className={styles.options}>
        {options.map(option => (
          <label key={option}>
            <input
              type="radio"
              name={group}
              checked={value === option}
              onChange={() => onChange(option)}
            />
            <span>{words?.[option] ?? option}</span>
          </label>
        ))}
      </div>
      {children && !disabled && <p>{children}</p>}
    </fieldset>
  );
}

/** On or off. */
function Switch({
  name,
  of,
  settings,
  disabled,
  words,
}: {
  name: string;
  disabled?: boolean;
  of: 'plainEditor' | 'quickChecks' | 'singleKeys';
  settings: Settings;
  words: string;
}) {
  const hint = useId();
  return (
    <label className={styles.switch}>
      <span>{name}</span>
      <input
        type="checkbox"
        checked={settings[of]}
        disabled={disabled}
        aria-describedby={hint}
        onChange={({ currentTarget }) => applySettings({ [of]: currentTarget.checked })}
      />
      <small id={hint}>{words}</small>
    </label>
  );
}
