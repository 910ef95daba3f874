import { useState } from 'react';
import { type Mode, more, preview } from '../../progress/transfer/combine';
import type { Contents } from '../../progress/transfer/contents';
import styles from './DataPage.module.css';
import { DRAFT_WORDS, difference, inOrder, titleOf } from './words';

const MODES: Record<Mode, string> = {
  merge: 'Add to what is here. Every text is kept.',
  replace: 'Replace what is here. Only what the file holds is left, with its theme.',
};

const NAMES = {
  rehearsals: 'Rehearsals',
  mocks: 'Mock interviews',
  stories: 'Stories',
  pitches: 'Pitches',
} as const;
const KINDS = Object.keys(NAMES) as (keyof typeof NAMES)[];

/** What a file would change, exercise by exercise, and the choice how. */
export function ImportPreview({
  name,
  incoming,
  present,
  onCancel,
  onAccept,
}: {
  name: string;
  incoming: Contents;
  present: Contents;
  onCancel: () => void;
  onAccept: (mode: Mode) => void;
}) {
  const [mode, setMode] = useState<Mode>('merge');
  const changes = inOrder(preview(present, incoming, mode));
  const withInterviews = changes.some(({ interviews }) => interviews !== 0);

  return (
    <div className={styles.preview}>
      <fieldset>
        <legend>How</legend>
        {(['merge', 'replace'] as const).map(one => (
          <label key={one}>
            <input type="radio" name="mode" checked={mode === one} onChange={() => setMode(one)} />
            {MODES[one]}
          </label>
        ))}
      </fieldset>
      {KINDS.map(kind => {
        const by = more(kind, present, incoming, mode);
        const given = incoming[kind].length;
        return (
          (given > 0 || by !== 0) && (
            <p key={kind}>
              {NAMES[kind]}: {given.toLocaleString()} in the file,{' '}
              {present[kind].length.toLocaleString()} here; the import changes that by{' '}
              {difference(by)}.
              {mode === 'merge' &&
                (kind === 'stories' || kind === 'pitches') &&
                ' Of two copies the newer stays; the other is kept beside it.'}
            </p>
          )
        );
      })}
      {incoming.profile && (
        <p>
          {present.profile && mode === 'merge'
            ? 'The file holds the set-up of a plan. Yours stays.'
            : 'The set-up of the plan is taken from the file.'}
        </p>
      )}
      {changes.length === 0 ? (
        KINDS.every(kind => incoming[kind].length === 0) && (
          <p>The file holds no drafts and no runs, and there are none here.</p>
        )
      ) : (
        <table>
          <caption>What {name} changes</caption>
          <thead>
            <tr>
              <th scope="col">Exercise</th>
              <th scope="col">Draft in the file</th>
              <th scope="col">Earlier texts</th>
              <th scope="col">Runs</th>
              {withInterviews && <th scope="col">Interviews</th>}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ slug, draft, texts, attempts, interviews }) => (
              <tr key={slug}>
                <th scope="row">{titleOf(slug)}</th>
                <td data-state={draft}>{DRAFT_WORDS[mode][draft]}</td>
                <td>{difference(texts)}</td>
                <td>{difference(attempts)}</td>
                {withInterviews && <td>{difference(interviews)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.choices}>
        <button type="button" className="primary" onClick={() => onAccept(mode)}>
          {mode === 'merge' ? 'Add it' : 'Replace everything'}
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </div>
  );
}
