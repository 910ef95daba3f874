import { useId, useRef, useState } from 'react';
import type { Card, Point } from '../../catalog/card';
import { Html } from '../../parts/Html';
import {
  AGAIN,
  amend,
  finish,
  grade,
  LEVEL_WORDS,
  type Level,
  type Rating,
  type Rehearsal,
} from '../../rehearsal/attempt';
import { answered } from '../../rehearsal/schedule';
import { isGraded, lowered, objectiveScore, rate, score } from '../../rehearsal/score';
import styles from './Attempt.module.css';
import { isOnControl, isTyping } from './Keys';
import { Own } from './Own';
import { useKeys } from './use-keys';
import { RATING_MEANS, RATING_WORDS } from './words';

const LEVELS: readonly Level[] = [0, 1, 2, 3];
const RATINGS: readonly Rating[] = [1, 2, 3, 4];

/** The model answer beside one's own, and what one grades oneself by; once it is over, to be read. */
export function Grading({
  card,
  rehearsal,
  log,
  change,
}: {
  card: Card;
  rehearsal: Rehearsal;
  log: readonly Rehearsal[];
  change: (work: (rehearsal: Rehearsal) => Rehearsal) => Promise<void>;
}) {
  const { points, levels, traps, early, computed } = rehearsal;
  const [wanted, setWanted] = useState<Rating | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const note = useId();
  const again = rehearsal.regrades !== null;
  const over = rehearsal.done !== null;
  const previous = answered(log).findLast(
    one => one.card === card.id && one.began !== rehearsal.began,
  );
  const rated = rate(card, rehearsal, (rehearsal.committed ?? 0) / 1000, previous?.rating ?? null);
  const ready = early || isGraded(card, rehearsal);
  const shown = computed !== null;
  const rating = lowered(rated.rating, wanted ?? rated.rating);

  const mark = (marks: Parameters<typeof grade>[1]) =>
    void change(it => grade(it, marks, Date.now()));
  const tick = (id: string) => mark({ points: { ...points, [id]: !points[id] } });

  /** First the rating, then the end. */
  function goOn() {
    if (!ready || over) return;
    if (!shown && !again) {
      void change(it => amend(it, { computed: rated.rating }, Date.now()));
      return;
    }
    const all = Object.fromEntries(card.points.map(({ id }) => [id, Boolean(points[id])]));
    const result = {
      points: early ? {} : all,
      computed: again ? null : rated.rating,
      rating: again ? null : rating,
      self: early ? null : score(card, rehearsal),
      objective: early ? null : objectiveScore(card, rehearsal),
    };
    const now = Date.now();
    void change(it => finish(it, result, now));
  }

  useKeys(form, event => {
    if (over || event.ctrlKey || event.metaKey || isTyping(event)) return;
    const point = /^[1-9]$/.test(event.key) && card.points[Number(event.key) - 1];
    const onLevel = event.target instanceof HTMLInputElement && event.target.type === 'radio';
    if (point && !early && !onLevel) tick(point.id);
    if (event.key === 'Enter' && !isOnControl(event)) {
      event.preventDefault();
      goOn();
    }
  });

  return (
    <form
      ref={form}
      className={styles.grading}
      onSubmit={event => {
        event.preventDefault();
        goOn();
      }}
    >
      {!early && <Own card={card} rehearsal={rehearsal} />}
      <div className={styles.model}>
        {card.answer && (
          <section aria-labelledby="model">
            <h2 id="model">Model answer</h2>
            <Html className="prose" html={card.answer} />
          </section>
        )}
        {card.ladder.length > 0 && (
          <section aria-labelledby="rungs">
            <h2 id="rungs">Question by question</h2>
            {card.ladder.map(({ question, answer }, i) => (
              <details key={question} open={i < rehearsal.sheet.rungs}>
                <summary>
                  <Html inline html={question} />
                </summary>
                <Html className="prose" html={answer} />
              </details>
            ))}
          </section>
        )}
        <Points
          title="Key points"
          say={
            early
              ? ''
              : over
                ? 'Ticked is what you said. ★ is critical.'
                : 'Tick what you said. ★ is critical: missing it is rated Again.'
          }
          sign="★"
          points={card.points}
          isOn={id => Boolean(points[id])}
          onTick={early ? undefined : tick}
          fixed={over}
          numbered
        />
        {card.traps.length > 0 && (
          <Points
            title="Traps"
            say={early ? '' : `${over ? 'Ticked is' : 'Tick'} what you fell into. ✗ is critical.`}
            fixed={over}
            sign="✗"
            points={card.traps}
            isOn={id => traps.includes(id)}
            onTick={
              early
                ? undefined
                : id =>
                    mark({
                      traps: traps.includes(id)
                        ? traps.filter(other => other !== id)
                        : [...traps, id],
                    })
            }
          />
        )}
        {!early &&
          card.criteria.map(({ label, levels: words }) => (
            <fieldset key={label} className={styles.criterion}>
              <legend>{label}</legend>
              {LEVELS.map(level => (
                <label key={level}>
                  <input
                    type="radio"
                    name={`level ${label}`}
                    disabled={over}
                    checked={levels[label] === level}
                    onChange={() => mark({ levels: { ...levels, [label]: level } })}
                  />
                  <b>{level}</b>
                  {level === 0 ? (
                    <span className={styles.quiet}>{LEVEL_WORDS[0]}</span>
                  ) : (
                    <Html inline html={words[level - 1]} />
                  )}
                </label>
              ))}
            </fieldset>
          ))}
        {card.followUps.length > 0 && (
          <details>
            <summary>Follow-up questions</summary>
            <ul className={styles.followUps}>
              {card.followUps.map(html => (
                <li key={html}>
                  <Html inline html={html} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {card.sources.length > 0 && (
          <details>
            <summary>Sources</summary>
            <ul className={styles.followUps}>
              {card.sources.map(source => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </details>
        )}
        {!over && (
          <section className={styles.rating} aria-label="Rating" aria-live="polite">
            {shown && !again && (
              <>
                <p className={styles.verdict} data-rating={rating}>
                  <strong>{RATING_WORDS[rating]}</strong> {rated.reason}
                </p>
                {rated.rating > AGAIN && (
                  <fieldset className={styles.lower}>
                    <legend>Self-assessed. Lower it, if it did not feel like that:</legend>
                    {RATINGS.filter(one => one <= rated.rating).map(one => (
                      <label key={one}>
                        <input
                          type="radio"
                          name="rating"
                          checked={rating === one}
                          onChange={() => setWanted(one)}
                        />
                        {RATING_WORDS[one]}{' '}
                        <span className={styles.quiet}>{RATING_MEANS[one]}</span>
                      </label>
                    ))}
                  </fieldset>
                )}
                {rehearsal.retouched > 0 && !early && (
                  <p className={styles.quiet}>
                    Ticks changed after the rating was shown: {rehearsal.retouched}. This is kept.
                  </p>
                )}
                <div className={styles.field}>
                  <label htmlFor={note}>Next time I will …</label>
                  <input
                    id={note}
                    value={rehearsal.note}
                    onChange={({ currentTarget: { value } }) =>
                      void change(it => amend(it, { note: value }, Date.now()))
                    }
                  />
                </div>
              </>
            )}
          </section>
        )}
        {!over && (
          <div className={styles.choices}>
            <button type="submit" className="primary" disabled={!ready}>
              {shown || again ? 'Done' : 'Show the rating'}
            </button>
            {!ready && <span className={styles.quiet}>Choose a level for each criterion.</span>}
          </div>
        )}
      </div>
    </form>
  );
}

/** What an answer makes, or falls into; to be ticked, or only to be read. */
function Points({
  title,
  say,
  sign,
  points,
  isOn,
  onTick,
  fixed,
  numbered = false,
}: {
  title: string;
  say: string;
  sign: string;
  points: readonly Point[];
  isOn: (id: string) => boolean;
  onTick?: (id: string) => void;
  /** Ticked for good. */
  fixed: boolean;
  numbered?: boolean;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {say && <p className={styles.quiet}>{say}</p>}
      <ol
        className={styles.points}
        data-numbered={(numbered && onTick !== undefined && !fixed) || undefined}
      >
        {points.map(({ id, text, critical }) => {
          const words = (
            <span>
              {critical && (
                <b className={styles.critical}>
                  {sign}
                  <span className="visually-hidden"> critical: </span>
                </b>
              )}{' '}
              <Html inline html={text} />
            </span>
          );
          return (
            <li key={id}>
              {onTick ? (
                <label>
                  <input
                    type="checkbox"
                    disabled={fixed}
                    checked={isOn(id)}
                    onChange={() => onTick(id)}
                  />
                  {words}
                </label>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
