import { Link } from 'wouter';
import { totalOf, wordsIn } from '../../rehearsal/spoken';
import { coverageOf, freshStory, isStoryBlank, openIn, type Story } from '../../rehearsal/story';
import { addressOf as cardAddress } from '../rehearse/words';
import { ASKED, onPaper } from './asked';
import { Shelf } from './Shelf';
import styles from './Shelf.module.css';
import { StoryEditor } from './StoryEditor';
import { addressOf, count, lengthOf, listOf, nameOf, spanOf } from './script-words';

/** One's own stories, and which question each of them answers. */
export function StoriesPage() {
  return (
    <Shelf
      kind="stories"
      title="Stories"
      about={[
        'Questions about behaviour ask for something that happened to you. Write each true story once, part by part, and tell it aloud against the clock.',
        'True stories of your own, part by part, to be told in three minutes.',
      ]}
      fresh={freshStory}
      isBlank={isStoryBlank}
      paperOf={onPaper}
      factsOf={story => (
        <>
          <span className="facts">{spanOf(wordsIn(Object.values(story.parts).join('\n')))}</span>
          <p className="facts">{standingOf(story)}</p>
        </>
      )}
      Editor={StoryEditor}
      below={stories => <Coverage stories={stories} />}
    />
  );
}

/** What is open in a story, and how long it took the last time. */
function standingOf(story: Story): string {
  const { empty, unsourced, withoutNumber } = openIn(story);
  const last = story.goes.at(-1);
  const facts = [
    empty.length > 0 && `empty: ${listOf(empty)}`,
    unsourced.length > 0 && `no source yet for ${listOf(unsourced)}`,
    withoutNumber && 'no number in the result',
    last ? `last told in ${lengthOf(totalOf(last))}` : 'not told yet',
  ];
  return facts.filter(Boolean).join(' · ');
}

/** Which questions have a story, and which have none. */
function Coverage({ stories }: { stories: readonly Story[] }) {
  const coverage = coverageOf(stories, ASKED);
  const covered = [...coverage.values()].filter(those => those.length > 0).length;
  return (
    <section aria-labelledby="coverage" className={styles.coverage}>
      <h2 id="coverage" className={styles.heading}>
        What they answer
      </h2>
      <p className="quiet">
        {covered} of {count(ASKED.length, 'behavioural card')} {covered === 1 ? 'has' : 'have'} a
        story.
      </p>
      <dl>
        {ASKED.map(({ id, title }) => (
          <div key={id} className={styles.row}>
            <dt>
              <Link href={cardAddress(id)}>{title}</Link>
            </dt>
            <dd>
              {coverage.get(id)?.map((story, i) => (
                <span key={story.id}>
                  {i > 0 && ', '}
                  <Link href={addressOf('stories', story.id)}>{nameOf('stories', story)}</Link>
                </span>
              ))}
              {coverage.get(id)?.length === 0 && <span className="quiet">none yet</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
