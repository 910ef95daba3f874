import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Card } from '../../catalog/card';
import { Html } from '../../parts/Html';
import type { Item } from '../../planning/items';
import { PRESETS } from '../../planning/roles';
import { review } from '../../progress/interview';
import { changeSitting, type Mock, type Part, resolve, slugOf, timeOf } from '../../progress/mock';
import type { Rehearsal } from '../../rehearsal/attempt';
import { Criteria, Verdict, Written } from '../interview/Review';
import { useExercise } from '../interview/use-exercise';
import { clock, dateOf } from '../interview/words';
import { LEVEL_WORDS, ROUND_WORDS, timeInWords as span, addressOf as whereTo } from '../plan/words';
import { addressOf as cardAddress } from '../rehearse/words';
import { AfterRound } from './AfterRound';
import styles from './Mock.module.css';
import { nextBestFor } from './next-best';
import { answersOf, countedOf, isOpen, missedOf, scoreOf, weakestOf } from './outcome';
import { Report } from './Report';
import { gradeInWords, STATE_WORDS, timeInWords, verdictInWords } from './report';
import type { Shown } from './use-rounds';
import { homeOf, leftOutOf, titleOf } from './words';

/** A mock interview that is over: what came of each part, and what comes next. */
export function Debrief({ back, ...shown }: Shown & { back: string }) {
  const { mock, log, change, remove } = shown;
  return (
    <AfterRound
      {...shown}
      title="Debrief"
      facts={
        <>
          {dateOf(mock)}. {PRESETS[mock.role].label}, {LEVEL_WORDS[mock.level].toLowerCase()}.{' '}
          {clock(mock.ended ?? 0)} of {mock.minutes} minutes.
        </>
      }
      ungraded="Until then the debrief is not whole."
      lost="Copy the report before you leave."
      bar={<Link href={homeOf(mock)}>{back}</Link>}
    >
      {(cards, open) => (
        <>
          <Times mock={mock} log={log} />
          {mock.parts.map(part =>
            part.kind === 'coding' ? (
              <Coding key={part.kind} mock={mock} part={part} change={change} />
            ) : (
              <Spoken
                key={part.kind}
                mock={mock}
                part={part}
                log={log}
                cards={cards}
                onGrade={open}
              />
            ),
          )}
          <Next mock={mock} log={log} change={change}>
            {found => (
              <Report
                mock={mock}
                log={log}
                cards={cards}
                next={found && `Next: ${found.title} (${span(found.minutes)}).`}
                onDelete={remove}
              />
            )}
          </Next>
        </>
      )}
    </AfterRound>
  );
}

/** Each part with the time it took, and what came of it, the machine's word and one's own apart. */
function Times({ mock, log }: { mock: Mock; log: readonly Rehearsal[] }) {
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">Parts</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it is scrolled with the keys */}
      <section className={styles.scroll} aria-label="Parts with their times" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col">Time</th>
              <th scope="col">Planned</th>
              <th scope="col">Machine verdict</th>
              <th scope="col">Self-assessment</th>
            </tr>
          </thead>
          <tbody>
            {mock.parts.map(part => {
              const used = timeOf(mock, part, mock.began);
              return (
                <tr key={part.kind}>
                  <th scope="row">{ROUND_WORDS[part.kind]}</th>
                  <td data-over={(used ?? 0) > part.minutes * 60_000 || undefined}>
                    {used === null ? 'not reached' : clock(used)}
                  </td>
                  <td>{part.minutes} min</td>
                  <td>{part.sitting ? verdictInWords(part.sitting) : '–'}</td>
                  <td>{selfInWords(part, log)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {mock.leftOut.map(left => (
        <p key={left.kind} className={styles.quiet}>
          {leftOutOf(left, ROUND_WORDS)}
        </p>
      ))}
    </section>
  );
}

function selfInWords(part: Part, log: readonly Rehearsal[]): string {
  if (part.kind === 'coding' || part.began === null) return '–';
  const answers = countedOf(part, log);
  if (answers.length === 0) return '–';
  const graded = answers.filter(({ state }) => state === 'graded').length;
  if (graded === 0) return 'not graded yet';
  const score = `score ${scoreOf(part, log).toFixed(2)}`;
  return answers.length === 1
    ? score
    : `${score}, ${graded} of ${answers.length} graded, the others count 0`;
}

/** The exercise: what the machine says, what one says oneself, and what was written. */
function Coding({
  mock,
  part,
  change,
}: {
  mock: Mock;
  part: Part;
  change: (work: (mock: Mock) => Mock) => Promise<void>;
}) {
  const { sitting, items } = part;
  const exercise = useExercise(slugOf(items[0])) ?? null;
  return (
    <section aria-labelledby="coding">
      <h2 id="coding">{ROUND_WORDS.coding}</h2>
      {!sitting ? (
        <p className={styles.quiet}>{timeInWords(mock, part)}</p>
      ) : (
        <>
          <p className={styles.quiet}>
            <Link href={`/exercises/${sitting.slug}`}>{titleOf(items[0])}</Link>.{' '}
            {timeInWords(mock, part)}
          </p>
          <h3>Machine verdict</h3>
          <Verdict interview={sitting} />
          <h3>Self-assessment</h3>
          <Criteria
            mark={id => ({
              value: sitting.marks[id],
              onChange: value => {
                const now = Date.now();
                void change(it =>
                  changeSitting(it, one => review(one, { marks: { [id]: value } }), now),
                );
              },
            })}
          />
          <h3>What you wrote</h3>
          <Written interview={sitting} exercise={exercise} />
        </>
      )}
    </section>
  );
}

/** The cards of a part with what one says of one's answers. */
function Spoken({
  mock,
  part,
  log,
  cards,
  onGrade,
}: {
  mock: Mock;
  part: Part;
  log: readonly Rehearsal[];
  cards: ReadonlyMap<string, Card>;
  onGrade: (rehearsal: Rehearsal) => void;
}) {
  return (
    <section aria-labelledby={part.kind}>
      <h2 id={part.kind}>{ROUND_WORDS[part.kind]}</h2>
      <p className={styles.quiet}>{timeInWords(mock, part)}</p>
      {part.began !== null && (
        <ol className={styles.answers} aria-label={`${ROUND_WORDS[part.kind]}, self-assessment`}>
          {answersOf(part, log).map(({ id, state, rehearsal }) => {
            const card = cards.get(id);
            const missed = card && rehearsal && state === 'graded' ? missedOf(card, rehearsal) : [];
            return (
              <li key={id}>
                <h3>
                  <Link href={cardAddress(id)}>{titleOf(id)}</Link>
                </h3>
                <p className={styles.quiet}>
                  {state === 'graded' && rehearsal ? (
                    <>
                      Self-assessment: <b>{gradeInWords(rehearsal)}</b>
                    </>
                  ) : (
                    STATE_WORDS[state]
                  )}{' '}
                  {rehearsal && (state === 'graded' || state === 'to grade') && card && (
                    <button type="button" className="link" onClick={() => onGrade(rehearsal)}>
                      {state === 'graded' ? 'Read it' : 'Grade it'}
                    </button>
                  )}
                </p>
                {missed.length > 0 && (
                  <>
                    <p className={styles.quiet}>Critical points missed</p>
                    <ul className={styles.missed} aria-label="Critical points missed">
                      {missed.map(html => (
                        <li key={html}>
                          <Html inline html={html} />
                        </li>
                      ))}
                    </ul>
                  </>
                )}
                {rehearsal?.note.trim() && <p>Next time I will {rehearsal.note}</p>}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** What one will do next, in one's own words, and what would add most. */
function Next({
  mock,
  log,
  change,
  children,
}: {
  mock: Mock;
  log: readonly Rehearsal[];
  change: (work: (mock: Mock) => Mock) => Promise<void>;
  children: (next: Item | null) => React.ReactNode;
}) {
  const [next, setNext] = useState<Item | null>(null);
  const weakest = isOpen(mock, log) ? null : weakestOf(mock, log);
  const kind = weakest?.kind;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mock is the same; what counts is the part
  useEffect(() => {
    if (kind)
      nextBestFor(mock, kind).then(
        // Without it the debrief goes on.
        setNext,
        () => {},
      );
  }, [kind]);
  return (
    <>
      <section aria-labelledby="next">
        <h2 id="next">What I will do next</h2>
        <textarea
          aria-labelledby="next"
          className={styles.todo}
          rows={3}
          value={mock.next}
          onChange={({ currentTarget: { value } }) => void change(it => resolve(it, value))}
        />
        {kind && next && (
          <p>
            The part with the lowest score is {ROUND_WORDS[kind].toLowerCase()}. The next best thing
            for it: <Link href={whereTo(next)}>{next.title}</Link>, {span(next.minutes)}.
          </p>
        )}
      </section>
      {children(next)}
    </>
  );
}
