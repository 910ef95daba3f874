import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { cardList } from '../../catalog/cards';
import { catalogue } from '../../catalog/catalogue';
import { Choices, Dialog } from '../../parts/Dialog';
import { startOf } from '../../planning/days';
import { isWeak } from '../../planning/diagnostic';
import type { Profile } from '../../planning/inputs';
import { itemsFor } from '../../planning/items';
import type { Area } from '../../planning/weights';
import type { Mock } from '../../progress/mock';
import type { Rehearsal } from '../../rehearsal/attempt';
import { dateOf } from '../interview/words';
import { shownIn } from '../plan/diagnosed';
import { gather, type Stored } from '../plan/gather';
import { readStored, withDate } from '../plan/use-plan';
import { ROUND_WORDS, timeInWords } from '../plan/words';
import { AfterRound } from './AfterRound';
import { firstWeek } from './first-week';
import styles from './Mock.module.css';
import { answersOf } from './outcome';
import { STATE_WORDS, verdictInWords } from './report';
import type { Shown } from './use-rounds';
import { addressOfItem, nameOf, titleOf } from './words';

/** A diagnostic that is over: what it changed in the plan, and what was asked. */
export function Diagnosed(shown: Shown) {
  const { mock, log, profile, remove } = shown;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <AfterRound
        {...shown}
        title="Diagnostic"
        facts={`${dateOf(mock)}. It orders the seven days after it, and is no score of yours.`}
        ungraded="What is not graded changes nothing."
        lost="It is here until you leave."
      >
        {() => (
          <>
            <Changed mock={mock} log={log} profile={profile} />
            <section aria-labelledby="asked">
              <h2 id="asked">What was asked</h2>
              {mock.parts.map((part, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in a fixed order
                <div key={i} className={styles.part}>
                  <h3 id={`part-${i}`}>{nameOf(mock, part)}</h3>
                  <ul className={styles.over} aria-labelledby={`part-${i}`}>
                    {part.kind === 'coding' ? (
                      <li>
                        <Link href={addressOfItem(part.items[0])}>{titleOf(part.items[0])}</Link>
                        <span>{part.sitting ? verdictInWords(part.sitting) : 'Not reached.'}</span>
                      </li>
                    ) : (
                      answersOf(part, log).map(({ id, state }) => (
                        <li key={id}>
                          <Link href={addressOfItem(id)}>{titleOf(id)}</Link>
                          <span>{STATE_WORDS[state]}</span>
                        </li>
                      ))
                    )}
                  </ul>
                </div>
              ))}
            </section>
            <p>
              <button type="button" onClick={() => setAsking(true)}>
                Delete …
              </button>
            </p>
          </>
        )}
      </AfterRound>
      {asking && (
        <Dialog title="Delete this diagnostic?" onClose={() => setAsking(false)}>
          <p>
            It orders no days any more, and this cannot be undone. The runs stay in the history of
            the exercise, your answers in those of the cards.
          </p>
          <Choices>
            <button type="button" onClick={() => setAsking(false)}>
              Keep it
            </button>
            <button type="button" className="primary" onClick={remove}>
              Delete it
            </button>
          </Choices>
        </Dialog>
      )}
    </>
  );
}

/** The first week of the plan with and without it, area by area. */
function Changed({
  mock,
  log,
  profile,
}: {
  mock: Mock;
  log: readonly Rehearsal[];
  profile: Profile | null;
}) {
  const [stored, setStored] = useState<Stored | null>(null);
  useEffect(() => {
    readStored().then(setStored, () => {});
  }, []);
  const diagnostic = useMemo(() => shownIn(mock, log), [mock, log]);
  const changes = useMemo(() => {
    if (!stored || !profile) return null;
    const inputs = withDate(profile);
    const known = gather(
      { ...stored, rehearsals: log },
      catalogue,
      cardList,
      inputs.date === null ? null : startOf(inputs.date),
    );
    return firstWeek(itemsFor(catalogue, cardList, inputs), inputs, known, diagnostic);
  }, [stored, profile, log, diagnostic]);
  const says = (area: Area) =>
    diagnostic.shown[area] === undefined
      ? 'nothing to go by'
      : isWeak(diagnostic, area)
        ? 'comes first'
        : 'as planned';
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">What it changed in the first week</h2>
      {profile === null ? (
        <p>
          There is no plan yet. <Link href="/plan">Set one up</Link>, and this orders its first
          week.
        </p>
      ) : (
        changes && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it is scrolled with the keys
          <section className={styles.scroll} aria-label="The first week by area" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Area</th>
                  <th scope="col">Order</th>
                  <th scope="col">Without it</th>
                  <th scope="col">Now</th>
                  <th scope="col">Comes sooner</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ area, before, now, sooner }) => (
                  <tr key={area}>
                    <th scope="row">{ROUND_WORDS[area]}</th>
                    <td data-time>{says(area)}</td>
                    <td data-time>{minutesInWords(before)}</td>
                    <td data-time>{minutesInWords(now)}</td>
                    <td>
                      {sooner.map(({ id, title }, i) => (
                        <span key={id}>
                          {i > 0 && ', '}
                          <Link href={addressOfItem(id)}>{title}</Link>
                        </span>
                      ))}
                      {sooner.length === 0 && '–'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )
      )}
    </section>
  );
}

const minutesInWords = (minutes: number) => (minutes > 0 ? timeInWords(minutes) : '–');
