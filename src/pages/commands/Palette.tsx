import {
  CommandEmpty,
  CommandGroup,
  CommandInput,
  CommandItem,
  CommandList,
  CommandRoot,
} from 'cmdk';
import { catalogue } from '../../catalog/catalogue';
import { type Command, GENERAL, keysOf, WORK } from '../../commands/commands';
import { match } from '../../commands/match';
import { offered } from '../../commands/offers';
import { Dialog } from '../../parts/Dialog';
import { useSettings } from '../../settings/settings';
import { Keys } from './Keys';
import styles from './Palette.module.css';

/** Everything that can be done, and every exercise, by a part of its name. */
export function Palette({
  onClose,
  onChoose,
  go,
}: {
  onClose: () => void;
  /** Takes the palette away and does what was chosen. */
  onChoose: (act: () => void) => void;
  go: (path: string) => void;
}) {
  const settings = useSettings();

  const item = (command: Command & Pick<(typeof GENERAL | typeof WORK)[number], 'id'>) => {
    const act = offered(command.id);
    const keys = keysOf(command, settings);
    // A command that opens what is open is none.
    if (!act || command.id === 'palette') return null;
    return (
      <CommandItem key={command.id} value={command.title} onSelect={() => onChoose(act)}>
        <span>{command.title}</span>
        {keys && <Keys keys={keys} />}
      </CommandItem>
    );
  };

  return (
    <Dialog title="Commands" className={styles.palette} onClose={onClose}>
      <CommandRoot label="Commands" loop filter={match}>
        <CommandInput
          // The attribute, which React keeps to itself: what a dialog gives the focus to as it opens.
          ref={field => field?.setAttribute('autofocus', '')}
          placeholder="An exercise, a page, a command"
        />
        <CommandList label="Commands">
          <CommandEmpty>Nothing has this name.</CommandEmpty>
          {WORK.some(({ id }) => offered(id)) && (
            <CommandGroup heading="This exercise">{WORK.map(item)}</CommandGroup>
          )}
          <CommandGroup heading="Exercises">
            {catalogue.map(({ slug, meta }) => (
              <CommandItem
                key={slug}
                value={meta.title}
                keywords={[slug, meta.track]}
                onSelect={() => go(`/exercises/${slug}`)}
              >
                <span>{meta.title}</span>
                <small>{meta.track}</small>
              </CommandItem>
            ))}
          </CommandGroup>
          <CommandGroup heading="Everywhere">{GENERAL.map(item)}</CommandGroup>
        </CommandList>
      </CommandRoot>
    </Dialog>
  );
}
