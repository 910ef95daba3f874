import { useState } from 'react';
import { withGo, withoutGo } from '../../rehearsal/script';
import { totalOf, voicesIn } from '../../rehearsal/spoken';
import {
  PARTS_OF_STORY,
  STORY_SECONDS,
  type Story,
  type StoryPart,
  sourcedIn,
} from '../../rehearsal/story';
import { ASKED, onPaper } from './asked';
import { Editor, type Written } from './Editor';
import { Counted, LineField, PartField } from './Fields';
import styles from './Fields.module.css';
import { count, minutesOf, nameOf } from './script-words';
import { Times } from './Times';
import { Walk } from './Walk';

/** One story: written, counted, told against the clock. */
export function StoryEditor(written: Written<'stories'>) {
  const { script: story, change } = written;
  const [telling, setTelling] = useState<'no' | 'now' | 'over'>('no');
  const [told, setTold] = useState<number | null>(null);
  const write = (part: StoryPart, text: string) =>
    change(it => ({ ...it, parts: { ...it.parts, [part]: text } }));
  const actions = voicesIn(story.parts.actions);

  if (telling === 'now')
    return (
      <Walk
        title={nameOf('stories', story)}
        parts={PARTS_OF_STORY}
        texts={story.parts}
        onStop={() => setTelling('over')}
        onDone={seconds => {
          change(it => withGo(it, { at: Date.now(), seconds }));
          setTold(totalOf({ seconds }));
          setTelling('over');
        }}
      />
    );
  return (
    <Editor
      kind="stories"
      written={written}
      label="Title of the story"
      paperOf={onPaper}
      textOf={({ title, parts, sources, cards }) => ({ title, parts, sources, cards })}
      say={
        told === null
          ? null
          : `Told in ${minutesOf(told)}; planned are ${minutesOf(STORY_SECONDS)}.`
      }
      returned={telling === 'over'}
      onRehearse={() => setTelling('now')}
      aside={
        <>
          <Counted texts={Object.values(story.parts)} planned={STORY_SECONDS} />
          <Times
            parts={PARTS_OF_STORY}
            texts={story.parts}
            goes={story.goes}
            onLeaveOut={go => change(it => withoutGo(it, go))}
          />
          <Answers
            cards={story.cards}
            onChange={(card, on) =>
              change(it => ({
                ...it,
                cards: on ? [...it.cards, card] : it.cards.filter(other => other !== card),
              }))
            }
          />
        </>
      }
    >
      {PARTS_OF_STORY.map(part => (
        <PartField
          key={part.name}
          part={part}
          text={story.parts[part.name]}
          onChange={text => write(part.name, text)}
        >
          {part.name === 'actions' && actions.i + actions.we > 0 && (
            <p className="facts">
              “We” stands here {count(actions.we, 'time')}, “I” {count(actions.i, 'time')}.
            </p>
          )}
          {part.name === 'result' && (
            <Sources
              story={story}
              onChange={(number, source) =>
                change(it => {
                  const { [number]: _, ...others } = it.sources;
                  return { ...it, sources: source ? { ...others, [number]: source } : others };
                })
              }
            />
          )}
        </PartField>
      ))}
    </Editor>
  );
}

/** Each number of the result with the place that it is known from. */
function Sources({
  story,
  onChange,
}: {
  story: Story;
  onChange: (number: string, source: string) => void;
}) {
  const numbers = sourcedIn(story);
  if (numbers.length === 0)
    return story.parts.result.trim() ? (
      <p className="facts">There is no number in the result.</p>
    ) : null;
  return (
    <ul className={styles.sources} aria-label="Where each number is known from">
      {numbers.map(({ number, source, gone }) => (
        <li key={number}>
          <LineField
            label={number}
            text={source}
            placeholder="Where is it known from?"
            onChange={text => onChange(number, text)}
          />
          <span className="facts">
            {gone ? (
              <>
                not in the text now{' '}
                <button type="button" className="link" onClick={() => onChange(number, '')}>
                  Remove
                </button>
              </>
            ) : (
              !source.trim() && 'no source yet'
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Which questions the story answers. */
function Answers({
  cards,
  onChange,
}: {
  cards: readonly string[];
  onChange: (card: string, on: boolean) => void;
}) {
  return (
    <fieldset className={styles.answers}>
      <legend>It answers</legend>
      {ASKED.map(({ id, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={cards.includes(id)}
            onChange={({ currentTarget }) => onChange(id, currentTarget.checked)}
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
