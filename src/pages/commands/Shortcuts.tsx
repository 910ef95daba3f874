import { type Command, editorCommands, GENERAL, keysOf, WORK } from '../../commands/commands';
import { useNarrow } from '../../editor/use-narrow';
import { Choices, Dialog } from '../../parts/Dialog';
import { useSettings } from '../../settings/settings';
import { Keys } from './Keys';
import styles from './Shortcuts.module.css';

/** Every shortcut that works as things are set up, from the list that the keys are bound by. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  const settings = useSettings();
  const plain = useNarrow() || settings.plainEditor;
  const groups: { name: string; commands: readonly Command[] }[] = [
    { name: 'Everywhere', commands: GENERAL },
    { name: 'In an exercise', commands: WORK },
    { name: 'In the editor', commands: plain ? [] : editorCommands(settings.keys) },
  ];
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map(({ name, commands }) => (
          <section key={name} aria-label={name}>
            <h3>{name}</h3>
            {name === 'In the editor' && <p>{wordsOn(plain ? 'plain' : settings.keys)}</p>}
            <dl>
              {commands.map(command => {
                const keys = keysOf(command, settings);
                return (
                  keys && (
                    <div key={command.id}>
                      <dt>{command.title}</dt>
                      <dd>
                        <Keys keys={keys} />
                      </dd>
                    </div>
                  )
                );
              })}
            </dl>
          </section>
        ))}
      </div>
      <Choices>
        <button type="button" onClick={onClose}>
          Close
        </button>
      </Choices>
    </Dialog>
  );
}

function wordsOn(keys: 'plain' | 'usual' | 'vim' | 'emacs'): string {
  switch (keys) {
    case 'plain':
      return 'Tab indents. Press Escape, then Tab, to leave the field.';
    case 'usual':
      return 'Tab indents.';
    case 'vim':
      return 'The keys of Vim, and beside them these:';
    case 'emacs':
      return 'The keys of Emacs, and beside them these:';
  }
}
