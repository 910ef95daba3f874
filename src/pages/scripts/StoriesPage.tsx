import { useEffect } from 'react';
import { Link } from 'wouter';
import { TopBar } from '../../parts/TopBar';
import { totalOf, wordsIn } from '../../rehearsal/spoken';
import {
  coverageOf,
  freshStory,
  isStoryBlank,
  openIn,
  type Story,
  storyOnPaper,
  UNTITLED_STORY,
} from '../../rehearsal/story';
import { addressOf } from '../rehearse/words';
import { ASKED, titleOf } from './asked';
import { Notices } from './Notices';
import styles from './Scripts.module.css';
import { Printed, Sharing } from './Sharing';
import { StoryEditor } from './StoryEditor';
import { count, lengthOf, listOf, spanOf } from './script-words';
import { useChosen } from './use-chosen';
import { useScripts } from './use-scripts';

/** Where a story is written. */
const storyAddress = (id: number) => `/rehearse/stories?story=${id}`;

/** One's own stories, and which question each of them answers. */
export function StoriesPage() {
  const scripts = useScripts('stories');
  const { all, begin, change, remove } = scripts;
  const [chosen, choose] = useChosen('story');
  const story = all?.find(({ id }) => id === chosen);

  useEffect(() => {
    document.title = `${story?.title.trim() || 'Stories'} · Scratchwork`;
    return () => {
      document.title = 'Scratchwork';
    };
  }, [story?.title]);

  function beginOne() {
    const id = Date.now();
    begin(freshStory(id));
    choose(id);
  }

  return (
    <>
      <TopBar>
        <Link href="/rehearse" className={styles.back}>
          All cards
        </Link>
      </TopBar>
      {all && (
        <main className={styles.page}>
          {story ? (
            <StoryEditor
              key={story.id}
              story={story}
              scripts={scripts}
              change={work => change(story.id, work)}
              onBack={() => choose(null)}
              onDelete={() => {
                choose(null);
                void remove(story.id);
              }}
            />
          ) : (
            <>
              <Notices scripts={scripts} shown={null} />
              <Bank stories={all.filter(one => !isStoryBlank(one))} onBegin={beginOne} />
            </>
          )}
        </main>
      )}
    </>
  );
}

function Bank({ stories, onBegin }: { stories: readonly Story[]; onBegin: () => void }) {
  const papers = stories.map(story => storyOnPaper(story, titleOf));
  return (
    <>
      <header className={styles.lead}>
        <h1>Stories</h1>
        {stories.length === 0 ? (
          <p>
            Questions about behaviour ask for something that happened to you. Write each true story
            once, part by part, and tell it aloud against the clock.
          </p>
        ) : (
          <p>True stories of your own, part by part, to be told in three minutes.</p>
        )}
        <div className={styles.choices}>
          <button type="button" className="primary" onClick={onBegin}>
            New story
          </button>
          {stories.length > 0 && <Sharing papers={papers} name="stories" />}
        </div>
      </header>
      {stories.length > 0 && (
        <ul className={styles.list} aria-label="Stories">
          {stories.map(story => (
            <li key={story.id}>
              <Link href={storyAddress(story.id)}>{story.title.trim() || UNTITLED_STORY}</Link>
              <span className={styles.facts}>
                {spanOf(wordsIn(Object.values(story.parts).join('\n')))}
              </span>
              <p className={styles.facts}>{standingOf(story)}</p>
            </li>
          ))}
        </ul>
      )}
      <Coverage stories={stories} />
      <Printed papers={papers} />
    </>
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
      <h2 id="coverage">What they answer</h2>
      <p className={styles.quiet}>
        {covered} of {count(ASKED.length, 'behavioural card')} {covered === 1 ? 'has' : 'have'} a
        story.
      </p>
      <dl>
        {ASKED.map(({ id, title }) => (
          <div key={id} className={styles.row}>
            <dt>
              <Link href={addressOf(id)}>{title}</Link>
            </dt>
            <dd>
              {coverage.get(id)?.map((story, i) => (
                <span key={story.id}>
                  {i > 0 && ', '}
                  <Link href={storyAddress(story.id)}>{story.title.trim() || UNTITLED_STORY}</Link>
                </span>
              ))}
              {coverage.get(id)?.length === 0 && <span className={styles.quiet}>none yet</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
