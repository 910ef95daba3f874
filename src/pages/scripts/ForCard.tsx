import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { allScripts } from '../../progress/scripts';
import { isPitchBlank, type Pitch } from '../../rehearsal/pitch';
import { totalOf } from '../../rehearsal/spoken';
import { isStoryBlank, type Story } from '../../rehearsal/story';
import styles from './Shelf.module.css';
import { addressOf, KINDS, lengthOf, nameOf } from './script-words';

/** One's own stories for a behavioural card, or one's pitches for a card that asks for one. */
export function ForCard({ id, type }: { id: string; type: 'behavioural' | 'pitch' }) {
  const [own, setOwn] = useState<readonly (Story | Pitch)[] | null>(null);
  useEffect(() => {
    const found =
      type === 'behavioural'
        ? allScripts('stories').then(all =>
            all.filter(story => story.cards.includes(id) && !isStoryBlank(story)),
          )
        : allScripts('pitches').then(all => all.filter(pitch => !isPitchBlank(pitch)));
    found.then(setOwn, () => setOwn([]));
  }, [id, type]);
  if (own === null) return null;

  const stories = type === 'behavioural';
  const kind = stories ? 'stories' : 'pitches';
  return (
    <section className={styles.own} aria-labelledby="own-scripts">
      <h2 id="own-scripts" className={styles.heading}>
        {stories ? 'Your stories for this' : 'Your pitches'}
      </h2>
      {own.length > 0 ? (
        <ul>
          {own.map(script => {
            const last = script.goes.at(-1);
            return (
              <li key={script.id}>
                <Link href={addressOf(kind, script.id)}>{nameOf(kind, script)}</Link>
                {last && <small> last told in {lengthOf(totalOf(last))}</small>}
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="quiet">
          {stories ? 'No story is marked for this card yet.' : 'There is none yet.'}{' '}
          <Link href={KINDS[kind].page}>{stories ? 'Stories' : 'Write one'}</Link>
        </p>
      )}
    </section>
  );
}
